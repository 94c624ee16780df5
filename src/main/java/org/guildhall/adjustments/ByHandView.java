package org.guildhall.adjustments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.jspecify.annotations.Nullable;

/**
 * Value given to or taken from one member by hand.
 *
 * @param id the posting, whose why can be asked
 * @param amount above zero when given, below when taken
 * @param expiresOn the first day on which what was given is no longer valid; absent for never, and for what was taken
 * @param actor reference of who did it, or had asked for it where it waited for a yes
 * @param actorName what they are called; of the machine, what it did it for
 * @param approval the request that was approved, where it had to be asked for
 * @param reversed whether it was undone since
 */
@Schema(name = "ChangeByHand")
public record ByHandView(
        UUID id,
        MemberId member,
        ChangePoints.Kind kind,
        Asset asset,
        long amount,
        @Nullable LocalDate expiresOn,
        String reason,
        String actor,
        String actorName,
        @Nullable UUID approval,
        Instant at,
        boolean reversed) {}
