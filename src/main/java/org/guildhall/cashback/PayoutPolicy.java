package org.guildhall.cashback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;

/**
 * When commissions are paid out; the version in force on the day of the proposal decides.
 *
 * @param coolingDays so many days a commission lies after it was credited, which is after the days for returns; what was first
 *     credited later than so many days before the end of the month is for the next one
 * @param leastPayout whoever has less due is not paid yet: it is carried to the next payout
 */
public record PayoutPolicy(
        @Min(0) @Max(365) int coolingDays, @NotNull Money leastPayout) {

    /** A week after they were credited, ten yuan at least. */
    public static final PayoutPolicy DEFAULT = new PayoutPolicy(7, Money.cny(1_000));

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<PayoutPolicy> KIND =
            new PolicyKind<>("cashback.payouts", PayoutPolicy.class, DEFAULT, "4.19", PayoutPolicy::broken);

    private static List<Refusal.Field> broken(PayoutPolicy policy) {
        var least = policy.leastPayout;
        if (!least.currency().equals(DEFAULT.leastPayout.currency())) {
            return List.of(new Refusal.Field("leastPayout", least.currency(), "in-the-base-currency"));
        }
        return least.minor() < 0
                ? List.of(new Refusal.Field("leastPayout", least.decimal(), "not-negative"))
                : List.of();
    }
}
