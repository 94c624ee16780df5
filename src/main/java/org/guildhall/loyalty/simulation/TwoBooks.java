package org.guildhall.loyalty.simulation;

import java.time.LocalDate;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.loyalty.replay.RuleBook;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TiersPolicy;

/** The rules as they were, and as if the draft had taken the place of its kind on the first day of the period. */
record TwoBooks(RuleBook before, RuleBook after) {

    static TwoBooks of(RuleBook current, Record draft, LocalDate since) {
        var timelines = current.timelines();
        var changed = switch (draft) {
            case EarningPolicy earning -> timelines.earning(timelines.earning().instead(earning, since));
            case TiersPolicy tiers -> timelines.tiers(timelines.tiers().instead(tiers, since));
            case ExpiryPolicy expiry -> timelines.expiry(timelines.expiry().instead(expiry, since));
            case ReturnsPolicy returns -> timelines.returns(timelines.returns().instead(returns, since));
            case OccasionsPolicy occasions ->
                timelines.occasions(timelines.occasions().instead(occasions, since));
            default -> throw new IllegalStateException("no loyalty policy: " + draft.getClass());
        };
        return new TwoBooks(current, new RuleBook(changed, current.zone()));
    }

    /** Whether either looks at lines. */
    boolean byLine() {
        return before.byLine() || after.byLine();
    }
}
