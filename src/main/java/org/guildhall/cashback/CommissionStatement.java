package org.guildhall.cashback;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a promoter's recommendations brought in a month. Tax is not withheld.
 *
 * @param credited in the month
 * @param clawedBack in the month, above zero
 * @param net the one less the other
 * @param balance of commissions now
 * @param lines in the order of booking, a page of them; the amounts are of all
 * @param next where the next page begins, absent on the last
 */
public record CommissionStatement(
        MemberId promoter,
        YearMonth month,
        Money credited,
        Money clawedBack,
        Money net,
        Money balance,
        boolean taxWithheld,
        List<Line> lines,
        @Nullable String next) {

    /** Copies the list. */
    public CommissionStatement {
        lines = List.copyOf(lines);
    }

    /** One booking: for which purchase, at which level, and how much. */
    public record Line(UUID rebate, String purchaseNumber, int level, Money change, Instant at) {}
}
