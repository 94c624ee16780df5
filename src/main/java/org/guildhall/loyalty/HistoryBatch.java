package org.guildhall.loyalty;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under what histories of points are taken over.
 *
 * @param id by which they are taken back
 * @param source the system that kept them; with member and period it identifies a period for ever
 * @param expiresOn the day on which what is left of them lapses here; absent, they never do
 */
public record HistoryBatch(UUID id, String source, @Nullable LocalDate expiresOn) {}
