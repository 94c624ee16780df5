package org.guildhall.ledger;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Puts an amount on hold for a cause until it is used or released.
 *
 * @param timesOutAt when it is released by itself; never if absent, where the cause's own clock ends it
 */
public record PlaceHold(
        CauseKey key,
        MemberId member,
        Asset asset,
        long amount,
        @Nullable Instant occurredAt,
        @Nullable Instant timesOutAt,
        String causeType,
        UUID causeId) {}
