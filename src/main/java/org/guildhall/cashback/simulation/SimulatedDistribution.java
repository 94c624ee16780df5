package org.guildhall.cashback.simulation;

import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.cashback.DistributionPolicy;
import org.guildhall.cashback.promoters.Recommendations;
import org.guildhall.cashback.rules.CommissionRules;
import org.guildhall.cashback.rules.Share;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Goods;
import org.guildhall.loyalty.SimulatedPeriod;
import org.guildhall.loyalty.SimulatedPolicy;
import org.guildhall.loyalty.SimulationTally;
import org.guildhall.policies.Policies;
import org.guildhall.policies.PolicyKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What purchases bring who recommended their buyers by other rules of distribution. */
@Component
record SimulatedDistribution(Bought bought, Policies policies, Recommendations recommendations)
        implements SimulatedPolicy<DistributionPolicy> {

    @Override
    public PolicyKind<DistributionPolicy> kind() {
        return DistributionPolicy.KIND;
    }

    @Override
    public Replay replay(DistributionPolicy draft, SimulatedPeriod period) {
        var known = policies.timeline(DistributionPolicy.KIND);
        var zone = bought.time().zone();
        return new Commissions(
                this,
                new CommissionRules(known, zone),
                new CommissionRules(known.instead(draft, period.from()), zone),
                period,
                draft.mostPerPurchase().currency());
    }

    /** A promoter is paid for the purchases of many buyers. */
    private record Commissions(
            SimulatedDistribution books,
            CommissionRules rules,
            CommissionRules drafted,
            SimulatedPeriod period,
            Currency currency)
            implements Replay {

        @Override
        public boolean forBuyers() {
            return false;
        }

        @Override
        public List<MemberId> next(UUID after, int limit) {
            return books.bought.next(after, limit);
        }

        @Override
        public void of(List<MemberId> buyers, SimulationTally tally) {
            var above = books.recommendations.above(buyers);
            for (var goods : books.bought.since(period.from(), buyers, period)) {
                var within = Bought.of(period, currency, goods, tally);
                var before = byPurchase(rules.of(within, above));
                var after = byPurchase(drafted.of(within, above));
                within.forEach(one -> tell(
                        one,
                        before.getOrDefault(one.purchase(), Map.of()),
                        after.getOrDefault(one.purchase(), Map.of()),
                        tally));
            }
        }

        private void tell(Goods goods, Map<Integer, Share> before, Map<Integer, Share> after, SimulationTally tally) {
            boolean changed = false;
            for (int level = 1; level <= DistributionPolicy.MOST_LEVELS; level++) {
                var was = before.get(level);
                var would = after.get(level);
                tally.amount("level-" + level, amount(was), amount(would));
                changed |= amount(was) != amount(would);
                var promoter = was == null ? would : was;
                if (promoter != null) {
                    tally.comes(new SimulationTally.Share(
                            promoter.member(),
                            goods.store(),
                            goods.tier(),
                            promoter.day(),
                            amount(was),
                            amount(would)));
                }
            }
            tally.count("commissioned", pays(before.values()), pays(after.values()));
            tally.purchase(changed);
        }

        private static Map<UUID, Map<Integer, Share>> byPurchase(List<Share> shares) {
            var byPurchase = new HashMap<UUID, Map<Integer, Share>>();
            shares.forEach(share -> byPurchase
                    .computeIfAbsent(share.goods().purchase(), id -> new HashMap<>(2))
                    .put(share.level(), share));
            return byPurchase;
        }

        private static int pays(Collection<Share> shares) {
            return shares.stream().anyMatch(share -> share.amount() > 0) ? 1 : 0;
        }

        private static long amount(@Nullable Share share) {
            return share == null ? 0 : share.amount();
        }
    }
}
