package org.guildhall.loyalty.earning;

import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.policies.InForce;

/** One version of the earning policy, ready to be applied to many purchases; pure and safe to share. */
public final class EarningRules {

    private final InForce<EarningPolicy> inForce;
    private final List<CompiledRule> compiled;
    private final boolean byLine;
    private final Exchange exchange;

    /** Prepares a version. */
    public EarningRules(InForce<EarningPolicy> inForce) {
        this.inForce = inForce;
        compiled = inForce.policy().rules().stream().map(CompiledRule::of).toList();
        byLine = compiled.stream().anyMatch(CompiledRule::choosesLines);
        exchange = new Exchange(inForce.policy().currencies());
    }

    /** What the basket earns. */
    public Earned earn(Basket basket, Setting setting) {
        return Calculation.of(this, basket, setting).earned;
    }

    /** Why it earns that: rules that applied and those that did not, multipliers, rounding, bonuses, caps. */
    public Explanation explain(Basket basket, Setting setting, Explanation.Source tiers) {
        return new EarningExplanation(Calculation.of(this, basket, setting), tiers).tree();
    }

    /** What currencies are worth under this version. */
    public Exchange exchange() {
        return exchange;
    }

    /** The version. */
    public InForce<EarningPolicy> inForce() {
        return inForce;
    }

    /** Whether any rule looks at lines. */
    public boolean byLine() {
        return byLine;
    }

    EarningPolicy policy() {
        return inForce.policy();
    }

    List<CompiledRule> compiled() {
        return compiled;
    }
}
