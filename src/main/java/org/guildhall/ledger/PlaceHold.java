package org.guildhall.ledger;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** Puts an amount on hold for a cause until it is used, released or {@code timesOutAt} is reached. */
public record PlaceHold(
        CauseKey key,
        MemberId member,
        Asset asset,
        long amount,
        @Nullable Instant occurredAt,
        Instant timesOutAt,
        String causeType,
        UUID causeId) {}
