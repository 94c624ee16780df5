package org.guildhall.prepaid.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.guildhall.prepaid.AdvanceView.Nearness;
import org.guildhall.prepaid.IssuerPolicy;

/**
 * How much may be held of money paid in advance and how much of it has to be in custody: pure functions of the issuer's rules.
 * 单用途商业预付卡管理办法 (商务部令 2012 年第 9 号) art. 25: the balance is at most a share of the last fiscal year's main income; art. 26:
 * custody is at least a share of the last quarter's balance. A cap is rounded down, custody up, so that the odd fen is on the
 * law's side.
 */
public final class AdvanceRules {

    private static final long HUNDRED = 100;

    private AdvanceRules() {}

    /**
     * The cap on a day.
     *
     * @param outdated whether a later fiscal year is over whose income is not known
     */
    public record Cap(IssuerPolicy.ClassRule rule, IssuerPolicy.Income income, long most, boolean outdated) {

        /** How much more may come in. */
        public long left(long held) {
            return Math.max(0, most - held);
        }

        /** Share that is used, in percent to one decimal, rounded up. */
        public BigDecimal used(long held) {
            return most == 0
                    ? BigDecimal.valueOf(held == 0 ? 0 : HUNDRED).setScale(1)
                    : BigDecimal.valueOf(held)
                            .multiply(BigDecimal.valueOf(HUNDRED))
                            .divide(BigDecimal.valueOf(most), 1, RoundingMode.CEILING);
        }

        /** How near so much is to it. */
        public Nearness nearness(long held, int warnFromPercent) {
            if (held > most) {
                return Nearness.BEYOND;
            }
            return held >= share(most, warnFromPercent, RoundingMode.CEILING) ? Nearness.NEAR : Nearness.WITHIN;
        }
    }

    /** The cap on a day; none while no income is known. */
    public static Optional<Cap> cap(IssuerPolicy policy, LocalDate day) {
        var rule = policy.rule();
        return policy.income(day)
                .map(income -> new Cap(
                        rule,
                        income,
                        share(income.amount().minor(), rule.capPercent(), RoundingMode.FLOOR),
                        income.yearEnd().plusYears(1).isBefore(day)));
    }

    /** What has to be in custody of a quarter's balance. */
    public static long custody(IssuerPolicy policy, long balance) {
        return share(balance, policy.rule().custodyPercent(), RoundingMode.CEILING);
    }

    /** The last day of the quarter before a day's. */
    public static LocalDate quarterEnd(LocalDate day) {
        return day.withDayOfMonth(1)
                .withMonth(day.getMonth().firstMonthOfQuarter().getValue())
                .minusDays(1);
    }

    private static long share(long amount, int percent, RoundingMode rounding) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(HUNDRED), 0, rounding)
                .longValueExact();
    }
}
