package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.loyalty.tiers.Contributions;
import org.guildhall.loyalty.tiers.TierMachine;
import org.guildhall.loyalty.tiers.TierStep;
import org.jspecify.annotations.Nullable;

/**
 * What a member's facts come to: an award per fact, the tier history, and where the member stands.
 *
 * @param awards one per purchase and return, in order of time; those of nothing included
 * @param machine the ladder as the last day left it
 * @param explanation of the fact that was asked about
 */
public record Outcome(
        List<Award> awards,
        TierMachine machine,
        Contributions contributions,
        LocalDate joinedOn,
        @Nullable Instant lastPurchaseAt,
        @Nullable Explanation explanation) {

    /** The tier history. */
    public List<TierStep> steps() {
        return machine.steps();
    }

    /** The tier in effect. */
    public String tier() {
        return machine.tier().code();
    }
}
