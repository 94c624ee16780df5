package org.guildhall.loyalty.occasions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Points;

/** Tells in steps a person can follow what an occasion brought, in the order in which the figures arose. */
public final class OccasionExplanation {

    private OccasionExplanation() {}

    /** What it brought, by the version of the policy that was in force on its day. */
    public static Explanation of(Judged judged, Explanation.Source policy, Explanation.Source tiers) {
        var steps = new ArrayList<Explanation>();
        var rule = judged.rule();
        if (judged.barred() != null) {
            steps.add(Explanation.of(
                    "loyalty.occasion.not-" + judged.barred().by(),
                    "occasion",
                    kind(judged),
                    "most",
                    judged.barred().most()));
        } else if (rule != null) {
            steps.add(Explanation.of(
                    "loyalty.occasion.rule",
                    "occasion",
                    kind(judged),
                    "points",
                    Points.of(rule.points()),
                    "growth",
                    Points.of(rule.growth())));
            multiplied(judged, rule, tiers, steps);
        }
        if (judged.bonus() > 0) {
            steps.add(Explanation.of("loyalty.occasion.streak", "points", Points.of(judged.bonus())));
        }
        if (judged.cut() != null) {
            steps.add(Explanation.of(
                    "loyalty.earned.capped",
                    "cap",
                    judged.cut().by(),
                    "limit",
                    Points.of(judged.cut().limit()),
                    "before",
                    Points.of(judged.cut().before()),
                    "points",
                    Points.of(judged.points())));
        }
        return Explanation.of(
                        "loyalty.occasion",
                        "occasion",
                        kind(judged),
                        "points",
                        Points.of(judged.points()),
                        "growth",
                        Points.of(judged.growth()),
                        "day",
                        judged.day())
                .by(policy)
                .with(steps);
    }

    private static void multiplied(
            Judged judged, OccasionRule rule, Explanation.Source tiers, List<Explanation> steps) {
        var factor = judged.circumstances().multiplier();
        if (rule.tierMultiplier() && factor.compareTo(BigDecimal.ONE) != 0) {
            steps.add(Explanation.of(
                            "loyalty.occasion.tier-multiplier",
                            "tier",
                            judged.circumstances().tier(),
                            "factor",
                            factor,
                            "points",
                            Points.of(judged.base()))
                    .by(tiers));
        }
    }

    private static String kind(Judged judged) {
        return judged.fact().kind().name();
    }
}
