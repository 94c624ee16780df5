package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payout of commissions.
 *
 * @param ripeThrough what was first credited by this day is paid
 * @param version of the rules
 * @param totals what was proposed
 * @param paid what was booked: what came back between the proposal and the yes is left out
 * @param reversed what of it did not reach whom it was for
 * @param request that waits for a decision on it
 * @param reversing what of it is to be taken back when somebody else has agreed
 */
@Schema(name = "CommissionPayout")
public record PayoutView(
        UUID id,
        YearMonth month,
        LocalDate ripeThrough,
        int coolingDays,
        Money least,
        int version,
        PayoutState state,
        PayoutTotals totals,
        Money paid,
        Money reversed,
        String reason,
        Instant occurredAt,
        String actor,
        @Nullable Instant endedAt,
        @Nullable UUID request,
        List<Reversing> reversing) {

    /** Copies the reversals. */
    public PayoutView {
        reversing = List.copyOf(reversing);
    }

    /** A reversal that waits: of one promoter's payment, or of all that still stand where no member is named. */
    @Schema(name = "PayoutReversing")
    public record Reversing(
            UUID request, @Nullable MemberId member, String reason, String requestedBy, Instant requestedAt) {}
}
