package org.guildhall.cashback.simulation;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.cashback.CashbackPolicy;
import org.guildhall.cashback.rules.CashbackRules;
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

/** What purchases bring their buyers by other rates. */
@Component
record SimulatedRates(Bought bought, Policies policies) implements SimulatedPolicy<CashbackPolicy> {

    @Override
    public PolicyKind<CashbackPolicy> kind() {
        return CashbackPolicy.KIND;
    }

    @Override
    public Replay replay(CashbackPolicy draft, SimulatedPeriod period) {
        var known = policies.timeline(CashbackPolicy.KIND);
        var zone = bought.time().zone();
        return new Rates(
                bought,
                new CashbackRules(known, zone),
                new CashbackRules(known.instead(draft, period.from()), zone),
                period,
                draft.mostPerMonth().currency());
    }

    /** What was bought earlier in the first month is counted too, since it fills the cap of the month. */
    private record Rates(
            Bought bought, CashbackRules rules, CashbackRules drafted, SimulatedPeriod period, Currency currency)
            implements Replay {

        @Override
        public List<MemberId> next(UUID after, int limit) {
            return bought.next(after, limit);
        }

        @Override
        public void of(List<MemberId> buyers, SimulationTally tally) {
            for (var goods : bought.since(period.from().withDayOfMonth(1), buyers, period)) {
                var before = byPurchase(rules.of(goods));
                var after = byPurchase(drafted.of(goods));
                for (var one : Bought.of(period, currency, goods, tally)) {
                    tell(one, before.get(one.purchase()), after.get(one.purchase()), tally);
                }
            }
        }

        private void tell(Goods goods, @Nullable Share before, @Nullable Share after, SimulationTally tally) {
            long was = amount(before);
            long would = amount(after);
            tally.purchase(was != would);
            tally.comes(new SimulationTally.Share(
                    goods.member(), goods.store(), goods.tier(), bought.time().dateOf(goods.occurredAt()), was, would));
            tally.amount("cut-by-caps", cut(before), cut(after));
            tally.count("rewarded", was > 0 ? 1 : 0, would > 0 ? 1 : 0);
        }

        private static Map<UUID, Share> byPurchase(List<Share> shares) {
            var byPurchase = new HashMap<UUID, Share>();
            shares.forEach(share -> byPurchase.put(share.goods().purchase(), share));
            return byPurchase;
        }

        private static long amount(@Nullable Share share) {
            return share == null ? 0 : share.amount();
        }

        private static long cut(@Nullable Share share) {
            return share == null ? 0 : share.uncapped() - share.amount();
        }
    }
}
