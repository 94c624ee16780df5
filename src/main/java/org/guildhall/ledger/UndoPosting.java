package org.guildhall.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks to undo one posting exactly.
 *
 * @param occurredAt when the undoing is true; absent, when it is booked
 * @param reason stays with the posting that undoes
 */
public record UndoPosting(
        CauseKey key,
        UUID postingId,
        @Nullable Instant occurredAt,
        @Nullable String reason) {}
