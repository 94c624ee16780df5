package org.guildhall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * What purchases, returns and occasions were given less what was taken back, as asked, for one cause at one instant, asset and expiry;
 * never zero. Where re-matching put it, and who reversed it, plays no part.
 */
public record Booked(
        MemberId member,
        UUID causeId,
        Instant occurredAt,
        Asset asset,
        @Nullable LocalDate expiresOn,
        long amount) {}
