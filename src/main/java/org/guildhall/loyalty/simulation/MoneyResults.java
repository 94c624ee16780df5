package org.guildhall.loyalty.simulation;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.MoneySimulation;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.SimulationResult.Cost;
import org.guildhall.loyalty.SimulationResult.Figure;
import org.guildhall.loyalty.simulation.Person.Standout;

/** Turns what was counted into a result, with the tiers in the order of a ladder. */
record MoneyResults(Currency currency, List<String> ladder) {

    MoneySimulation of(MoneyCount count) {
        var spread = count.differences.spread();
        return new MoneySimulation(
                new MoneySimulation.Totals(
                        count.differences.size(), count.purchases, count.changed, cost(count.cost.figure())),
                new MoneySimulation.Spread(
                        share(spread.winners()),
                        share(spread.losers()),
                        spread.same(),
                        spread.deciles().stream().map(this::money).toList()),
                count.amounts.entrySet().stream()
                        .map(one -> new MoneySimulation.Amount(
                                one.getKey(), cost(one.getValue().figure())))
                        .toList(),
                count.counts.entrySet().stream()
                        .map(one -> new MoneySimulation.Count(
                                one.getKey(), one.getValue().figure()))
                        .toList(),
                byStore(count),
                byTier(count),
                count.months.entrySet().stream()
                        .map(one -> new MoneySimulation.Month(
                                one.getKey().toString(), cost(one.getValue().figure())))
                        .toList(),
                count.winners.inOrder().stream().map(this::extreme).toList(),
                count.losers.inOrder().stream().map(this::extreme).toList(),
                count.leftOut.entrySet().stream()
                        .map(one -> new MoneySimulation.LeftOut(one.getKey(), one.getValue()))
                        .toList());
    }

    private List<MoneySimulation.StoreRow> byStore(MoneyCount count) {
        return count.stores.entrySet().stream()
                .sorted(Comparator.comparingLong(one -> -one.getValue().points().before()))
                .map(one -> new MoneySimulation.StoreRow(
                        Visits.store(one.getKey()),
                        one.getValue().members(),
                        one.getValue().purchases(),
                        cost(one.getValue().points()),
                        share(one.getValue().winning()),
                        share(one.getValue().losing())))
                .toList();
    }

    private List<MoneySimulation.TierRow> byTier(MoneyCount count) {
        return count.tiers.entrySet().stream()
                .sorted(Comparator.comparingInt(one -> ladder.indexOf(one.getKey())))
                .map(one -> new MoneySimulation.TierRow(
                        one.getKey().equals(Person.TIERLESS) ? null : one.getKey(),
                        one.getValue().members(),
                        one.getValue().purchases(),
                        cost(one.getValue().points()),
                        share(one.getValue().winning()),
                        share(one.getValue().losing())))
                .toList();
    }

    private MoneySimulation.Extreme extreme(Standout one) {
        return new MoneySimulation.Extreme(one.member(), one.purchases(), cost(Figure.of(one.before(), one.after())));
    }

    private MoneySimulation.Share share(SimulationResult.Share share) {
        return new MoneySimulation.Share(share.members(), money(share.points()));
    }

    private Cost cost(Figure figure) {
        return new Cost(money(figure.before()), money(figure.after()), money(figure.difference()));
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}
