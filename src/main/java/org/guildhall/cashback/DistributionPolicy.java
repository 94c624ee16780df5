package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;

/**
 * What the goods of a purchase bring who recommended the buyer, and who recommended that one; the version in force on the day of
 * the purchase decides. More than two levels, a fee for joining, and pay for recruiting people are refused.
 *
 * @param levels the first for who recommended the buyer, the second for who recommended that one
 * @param mostPerPurchase the most one purchase brings at each level
 * @param windowDays for how long after the first touch purchases of a customer count, whoever they are bound to since
 * @param returnDays how long goods can come back; it is credited on the first of the month after
 * @param entranceFee what a promoter pays to become one: nothing
 * @param perRecruit what a promoter is paid for bringing another promoter: nothing
 */
public record DistributionPolicy(
        @NotNull @Size(max = 10) List<@Valid @NotNull Level> levels,
        @NotNull Money mostPerPurchase,
        @Min(1) @Max(3_650) int windowDays,
        @Min(1) @Max(365) int returnDays,
        @NotNull Money entranceFee,
        @NotNull Money perRecruit) {

    /** The most levels the law allows. */
    public static final int MOST_LEVELS = 2;

    /** Nobody is paid for recommending. */
    public static final DistributionPolicy DEFAULT =
            new DistributionPolicy(List.of(), Money.cny(10_000), 365, 15, Money.cny(0), Money.cny(0));

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<DistributionPolicy> KIND = new PolicyKind<>(
            "cashback.distribution", DistributionPolicy.class, DEFAULT, "4.17", DistributionPolicy::broken);

    /** Copies the list. */
    public DistributionPolicy {
        levels = List.copyOf(levels);
    }

    /**
     * One level.
     *
     * @param basisPoints hundredths of a percent of what stays of the goods
     */
    @Schema(name = "DistributionLevel")
    public record Level(@Min(1) @Max(3_000) int basisPoints) {}

    private static List<Refusal.Field> broken(DistributionPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        if (policy.levels.size() > MOST_LEVELS) {
            broken.add(new Refusal.Field("levels", policy.levels.size(), "two-levels-at-most"));
        }
        if (policy.entranceFee.minor() != 0) {
            broken.add(new Refusal.Field("entranceFee", policy.entranceFee.decimal(), "no-entrance-fee"));
        }
        if (policy.perRecruit.minor() != 0) {
            broken.add(new Refusal.Field("perRecruit", policy.perRecruit.decimal(), "not-for-recruiting"));
        }
        if (policy.mostPerPurchase.minor() <= 0) {
            broken.add(new Refusal.Field("mostPerPurchase", policy.mostPerPurchase.decimal(), "positive"));
        }
        return broken;
    }
}
