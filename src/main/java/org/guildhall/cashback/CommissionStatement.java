package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a promoter's recommendations brought in a month, and what was paid out. Tax is not withheld. What was owed at the
 * beginning, and net, less what was paid out, is what is owed at the end.
 *
 * @param opening owed to the promoter when the month began; below zero they owed it
 * @param credited in the month
 * @param clawedBack in the month, above zero
 * @param net the one less the other
 * @param paidOut in the month, before tax, less what was reversed
 * @param closing owed to the promoter when the month ended, or now
 * @param balance of commissions now
 * @param lines in the order of booking, a page of them; the amounts are of all
 * @param payments the first hundred of the month, in the order of booking
 * @param next where the next page begins, absent on the last
 */
public record CommissionStatement(
        MemberId promoter,
        YearMonth month,
        Money opening,
        Money credited,
        Money clawedBack,
        Money net,
        Money paidOut,
        Money closing,
        Money balance,
        boolean taxWithheld,
        List<Line> lines,
        List<Payment> payments,
        @Nullable String next) {

    /** Copies the lists. */
    public CommissionStatement {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
    }

    /** One booking: for which purchase, at which level, and how much. */
    public record Line(UUID rebate, String purchaseNumber, int level, Money change, Instant at) {}

    /** One payment, or below zero one that was taken back. */
    @Schema(name = "CommissionPayment")
    public record Payment(UUID payout, YearMonth month, Money change, Instant at) {}
}
