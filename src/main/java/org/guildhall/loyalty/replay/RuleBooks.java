package org.guildhall.loyalty.replay;

import java.util.concurrent.atomic.AtomicReference;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;

/** Gives the rule book as published at the moment; prepared once per publication. */
@Component
public class RuleBooks {

    private final Policies policies;
    private final BusinessTime time;
    private final AtomicReference<RuleBook> prepared = new AtomicReference<>();

    RuleBooks(Policies policies, BusinessTime time) {
        this.policies = policies;
        this.time = time;
    }

    /** The rule book. */
    public RuleBook current() {
        var timelines = new RuleBook.Timelines(
                policies.timeline(EarningPolicy.KIND),
                policies.timeline(TiersPolicy.KIND),
                policies.timeline(ExpiryPolicy.KIND),
                policies.timeline(ReturnsPolicy.KIND),
                policies.timeline(OccasionsPolicy.KIND));
        var known = prepared.get();
        if (known != null && same(known.timelines(), timelines)) {
            return known;
        }
        var fresh = new RuleBook(timelines, time.zone());
        prepared.set(fresh);
        return fresh;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean same(RuleBook.Timelines one, RuleBook.Timelines other) {
        return (one.earning() == other.earning()
                        && one.tiers() == other.tiers()
                        && one.expiry() == other.expiry()
                        && one.returns() == other.returns()
                        && one.occasions() == other.occasions())
                || one.equals(other);
    }
}
