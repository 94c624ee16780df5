package org.guildhall.prepaid.rules;

import java.util.Optional;
import org.guildhall.kernel.Money;
import org.guildhall.prepaid.PrepaidPolicy;

/** What new money brings and how much of it an account may take. */
public final class Arrivals {

    private Arrivals() {}

    /** The highest step a top-up reaches. */
    public static Optional<PrepaidPolicy.Step> step(PrepaidPolicy policy, long amount) {
        return policy.ladder().stream()
                .filter(step -> step.from().minor() <= amount)
                .reduce((former, higher) -> higher);
    }

    /** The bonus a top-up brings. */
    public static long bonus(PrepaidPolicy policy, long amount) {
        return step(policy, amount).map(step -> step.bonus().minor()).orElse(0L);
    }

    /** The most the account may hold. */
    public static Money cap(PrepaidPolicy policy, boolean named) {
        return named ? policy.caps().named() : policy.caps().unnamed();
    }

    /** What counts against the cap. */
    public static long counted(PrepaidPolicy policy, long principal, long bonus) {
        return policy.caps().countsBonus() ? Math.addExact(principal, bonus) : principal;
    }
}
