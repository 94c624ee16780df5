package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payout proposed for a promoter, and what was paid. Tax is neither computed nor withheld: amounts are before tax.
 *
 * @param ripe commissions that no longer can come back, less what was clawed back, of all time
 * @param paidBefore what was paid of them before
 * @param due the one less the other; below zero the promoter owes it
 * @param held why nothing is proposed
 * @param paid what was booked; absent where nothing was
 * @param paidInYear what was paid in the calendar year through this payment, payments that were reversed left out: what tax is
 *     worked out from
 */
@Schema(name = "PayoutLine")
public record PayoutLineView(
        UUID payout,
        YearMonth month,
        PayoutState state,
        MemberId member,
        Money ripe,
        Money paidBefore,
        Money due,
        Money proposed,
        @Nullable PayoutHeld held,
        @Nullable Money paid,
        @Nullable LocalDate paidOn,
        @Nullable Money paidInYear,
        @Nullable Reversed reversed) {

    /** How the payment was taken back. */
    @Schema(name = "PayoutLineReversed")
    public record Reversed(String reason, Instant at, String actor) {}
}
