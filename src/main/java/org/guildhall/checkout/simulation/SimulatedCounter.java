package org.guildhall.checkout.simulation;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.pricing.Pricing;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.SimulatedPeriod;
import org.guildhall.loyalty.SimulatedPolicy;
import org.guildhall.loyalty.SimulationTally;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyTimeline;
import org.springframework.stereotype.Component;

/** What sales at the counter would have cost by other rules, each by itself and for its buyer as known then. */
@Component
record SimulatedCounter(SoldSearch search, Policies policies, Loyalty loyalty)
        implements SimulatedPolicy<CheckoutPolicy> {

    /** Where purchases that were priced here come from. */
    private static final String SOURCE = "checkout";

    @Override
    public PolicyKind<CheckoutPolicy> kind() {
        return CheckoutPolicy.KIND;
    }

    @Override
    public Replay replay(CheckoutPolicy draft, SimulatedPeriod period) {
        var known = policies.timeline(CheckoutPolicy.KIND);
        var drafted = known.instead(draft, period.from()).at(period.from());
        return new Sales(this, known, drafted, period);
    }

    private record Sales(
            SimulatedCounter books,
            PolicyTimeline<CheckoutPolicy> known,
            InForce<CheckoutPolicy> drafted,
            SimulatedPeriod period)
            implements Replay {

        @Override
        public Currency currency() {
            return drafted.policy().points().worth().currency();
        }

        @Override
        public List<MemberId> next(UUID after, int limit) {
            return books.search.buyers(period, after, limit);
        }

        @Override
        public void of(List<MemberId> buyers, SimulationTally tally) {
            for (var sold : books.search.of(buyers, period)) {
                if (sold.currency().equals(currency())) {
                    tell(sold, tally);
                } else {
                    tally.leftOut("other-currency", 1);
                }
            }
        }

        private void tell(Sold sold, SimulationTally tally) {
            var priced = Pricing.of(drafted, sold.customer(), sold.currency(), sold.items());
            var was = sold.was();
            var would = sold.at(priced, priced.of(Deduction.POINTS_AS_MONEY).points());
            long before = was.kept().sum();
            long after = would.kept().sum();
            tally.purchase(before != after);
            tally.comes(new SimulationTally.Share(
                    sold.member(), sold.store(), sold.customer().tier(), sold.day(), before, after));
            long listed = sold.listedLeft();
            tally.amount("paid", listed - before, listed - after);
            amounts(was.kept(), would.kept(), tally);
            tally.count("points", was.points(), would.points());
            counts(was.sold(), would.sold(), tally);
            large(sold.version(), sold.listed(), 1, tally);
            tally.leftOut("benefits-not-known", benefitsAreUnknown(sold) ? 1 : 0);
        }

        private static void amounts(Sold.Taken was, Sold.Taken would, SimulationTally tally) {
            tally.amount("tier-discount", was.tier(), would.tier());
            tally.amount("benefit", was.benefit(), would.benefit());
            tally.amount("coupon", was.coupon(), would.coupon());
            tally.amount("points-worth", was.points(), would.points());
        }

        private static void counts(Sold.Taken was, Sold.Taken would, SimulationTally tally) {
            tally.count("with-tier-discount", one(was.tier()), one(would.tier()));
            tally.count("with-benefit", one(was.benefit()), one(would.benefit()));
            tally.count("with-coupon", one(was.coupon()), one(would.coupon()));
            tally.count("with-points", one(was.points()), one(would.points()));
        }

        private static int one(long amount) {
            return amount > 0 ? 1 : 0;
        }

        /** Who may not make large sales would have been refused. */
        private void large(int version, long listed, int sales, SimulationTally tally) {
            boolean was = then(version).isLarge(listed);
            boolean would = drafted.policy().isLarge(listed);
            tally.count("large", was ? sales : 0, would ? sales : 0);
        }

        /** Where the rules took no benefits, nobody looked up to which the buyer was entitled. */
        private boolean benefitsAreUnknown(Sold sold) {
            return drafted.policy().order().contains(Deduction.BENEFIT)
                    && !then(sold.version()).order().contains(Deduction.BENEFIT);
        }

        private CheckoutPolicy then(int version) {
            return known.version(version).policy();
        }

        @Override
        public void rest(SimulationTally tally) {
            for (var some : books.search.toNobodyKnown(period)) {
                if (some.currency().equals(currency().getCurrencyCode())) {
                    large(some.version(), some.listed(), some.sales(), tally);
                    tally.leftOut("nobody-known", some.sales());
                } else {
                    tally.leftOut("other-currency", some.sales());
                }
            }
            tally.leftOut("not-at-the-counter", books.loyalty.purchasesElsewhere(SOURCE, period));
        }
    }
}
