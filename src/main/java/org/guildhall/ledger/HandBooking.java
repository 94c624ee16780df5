package org.guildhall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Value that somebody gave to or took from one member by hand.
 *
 * @param id the posting
 * @param kind of the posting: {@code manual-grant}, {@code manual-spend} or {@code manual-adjust}
 * @param amount above zero when given, below when taken
 * @param expiresOn the first day on which what was given is no longer valid; absent for never, and for what was taken
 * @param actor who did it, as a reference
 * @param reversed whether it was undone since
 */
public record HandBooking(
        UUID id,
        MemberId member,
        String kind,
        Asset asset,
        long amount,
        @Nullable LocalDate expiresOn,
        String reason,
        String actor,
        Instant recordedAt,
        boolean reversed) {}
