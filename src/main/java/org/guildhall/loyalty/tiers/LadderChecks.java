package org.guildhall.loyalty.tiers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.tiers.TiersPolicy.Measure;

/** What a ladder must keep beyond the ranges of its fields. */
final class LadderChecks {

    private LadderChecks() {}

    static List<Refusal.Field> broken(TiersPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        ladder(policy.ladder(), broken);
        formula(policy, broken);
        return broken;
    }

    private static void ladder(List<TiersPolicy.Tier> ladder, List<Refusal.Field> broken) {
        var codes = new HashSet<String>();
        for (int i = 0; i < ladder.size(); i++) {
            var tier = ladder.get(i);
            var field = "ladder[" + i + "].";
            if (!codes.add(tier.code())) {
                broken.add(new Refusal.Field(field + "code", tier.code(), "unique"));
            }
            if (i == 0 && tier.threshold() != 0) {
                broken.add(new Refusal.Field(field + "threshold", tier.threshold(), "entry-tier-at-zero"));
            }
            if (i > 0 && tier.threshold() <= ladder.get(i - 1).threshold()) {
                broken.add(new Refusal.Field(field + "threshold", tier.threshold(), "above-the-tier-below"));
            }
        }
    }

    private static void formula(TiersPolicy policy, List<Refusal.Field> broken) {
        var terms = policy.formula();
        if (policy.measure() != Measure.FORMULA) {
            if (terms != null) {
                broken.add(new Refusal.Field("formula", policy.measure(), "formula-not-asked-for"));
            }
            return;
        }
        if (terms == null || terms.isEmpty()) {
            broken.add(new Refusal.Field("formula", null, "formula-needed"));
            return;
        }
        var seen = EnumSet.noneOf(Counted.class);
        for (int i = 0; i < terms.size(); i++) {
            if (!seen.add(terms.get(i).measure())) {
                broken.add(new Refusal.Field(
                        "formula[" + i + "].measure", terms.get(i).measure(), "once-in-the-formula"));
            }
        }
        if (terms.stream().allMatch(term -> term.weight().signum() == 0)) {
            broken.add(new Refusal.Field("formula[0].weight", terms.getFirst().weight(), "some-weight-above-zero"));
        }
    }
}
