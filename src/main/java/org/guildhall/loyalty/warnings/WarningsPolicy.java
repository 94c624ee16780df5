package org.guildhall.loyalty.warnings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.Refers;

/**
 * When members are told ahead.
 *
 * <p>Points that lapse within one calendar month are told of together: as soon as the first of them has no more than so many
 * days left, once for each number of days.
 *
 * @param pointsDays how many days before points lapse; none for no warning
 * @param leastPoints fewer points are not worth a message
 * @param pointsTemplate the template of those messages
 * @param reviewDays how many days before a tier is reviewed; none for no warning
 * @param reviewTemplate the template of those messages
 */
public record WarningsPolicy(
        @NotNull @Size(max = 5) List<@NotNull @Min(1) @Max(365) Integer> pointsDays,
        @Min(1) @Max(1_000_000_000) long leastPoints,
        @NotBlank @Size(max = 60) @Refers("template") String pointsTemplate,
        @NotNull @Size(max = 5) List<@NotNull @Min(1) @Max(365) Integer> reviewDays,
        @NotBlank @Size(max = 60) @Refers("template") String reviewTemplate) {

    /** Points a month and a week ahead, from a hundred on; tiers a month ahead. */
    public static final WarningsPolicy DEFAULT =
            new WarningsPolicy(List.of(30, 7), 100, "points-lapsing", List.of(30), "tier-review");

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<WarningsPolicy> KIND =
            new PolicyKind<>("loyalty.warnings", WarningsPolicy.class, DEFAULT, "4.10", WarningsPolicy::broken);

    /** Copies. */
    public WarningsPolicy {
        pointsDays = pointsDays == null ? List.of() : List.copyOf(pointsDays);
        reviewDays = reviewDays == null ? List.of() : List.copyOf(reviewDays);
    }

    private static List<Refusal.Field> broken(WarningsPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        unique("pointsDays", policy.pointsDays, broken);
        unique("reviewDays", policy.reviewDays, broken);
        return broken;
    }

    private static void unique(String field, List<Integer> days, List<Refusal.Field> broken) {
        if (new HashSet<>(days).size() < days.size()) {
            broken.add(new Refusal.Field(field, days.toString(), "unique"));
        }
    }
}
