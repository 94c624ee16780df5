package org.guildhall.insights;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.guildhall.policies.PolicyKind;

/**
 * What the institution means by an active and by a repeating member.
 *
 * @param activeDays a member is active with at least one purchase within this many days
 * @param repeatPurchases a buyer repeats with at least this many purchases in the period
 */
public record MeasureRules(
        @Min(1) @Max(1095) int activeDays, @Min(2) @Max(100) int repeatPurchases) {

    /** The kind of policy that holds these rules; 90 days and two purchases unless published otherwise. */
    public static final PolicyKind<MeasureRules> KIND =
            new PolicyKind<>("insights.measures", MeasureRules.class, new MeasureRules(90, 2), "6.1");
}
