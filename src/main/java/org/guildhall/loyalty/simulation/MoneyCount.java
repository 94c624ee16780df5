package org.guildhall.loyalty.simulation;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.SimulationTally;
import org.guildhall.loyalty.simulation.Person.Standout;

/** Adds up what modules tell of purchases about money; counts of parts add up to the count of the whole. */
final class MoneyCount implements SimulationTally {

    private final Map<MemberId, Person> persons = new HashMap<>();
    final Map<UnitId, Cell> stores = Visits.cells();
    final Map<String, Cell> tiers = new HashMap<>();
    final Map<YearMonth, Amounts> months = new TreeMap<>();
    final Map<String, Amounts> amounts = new LinkedHashMap<>();
    final Map<String, Amounts> counts = new LinkedHashMap<>();
    final Map<String, Long> leftOut = new TreeMap<>();
    final Amounts cost = new Amounts();
    final Differences differences = new Differences();
    final Extremes<Standout> winners = Extremes.winners(Standout::difference, Standout::member);
    final Extremes<Standout> losers = Extremes.losers(Standout::difference, Standout::member);
    long purchases;
    long changed;

    @Override
    public void purchase(boolean isChanged) {
        purchases++;
        changed += isChanged ? 1 : 0;
    }

    @Override
    public void comes(Share share) {
        cost.add(share.before(), share.after());
        months.computeIfAbsent(YearMonth.from(share.day()), key -> new Amounts())
                .add(share.before(), share.after());
        persons.computeIfAbsent(share.member(), key -> new Person()).add(share);
    }

    @Override
    public void amount(String code, long before, long after) {
        amounts.computeIfAbsent(code, key -> new Amounts()).add(before, after);
    }

    @Override
    public void count(String code, long before, long after) {
        counts.computeIfAbsent(code, key -> new Amounts()).add(before, after);
    }

    @Override
    public void leftOut(String reason, long more) {
        if (more > 0) {
            leftOut.merge(reason, more, Long::sum);
        }
    }

    /** Everybody told of so far is done with: nothing more comes to them. */
    void settle() {
        persons.forEach((member, person) -> {
            person.into(stores, tiers);
            differences.add(person.difference());
            if (person.difference() > 0) {
                winners.offer(person.standout(member));
            } else if (person.difference() < 0) {
                losers.offer(person.standout(member));
            }
        });
        persons.clear();
    }

    /** Adds what another counted; of the same members only where both are not done with them. */
    synchronized void add(MoneyCount other) {
        other.persons.forEach((member, person) ->
                persons.computeIfAbsent(member, key -> new Person()).add(person));
        other.stores.forEach(
                (key, cell) -> stores.computeIfAbsent(key, fresh -> new Cell()).add(cell));
        other.tiers.forEach(
                (key, cell) -> tiers.computeIfAbsent(key, fresh -> new Cell()).add(cell));
        add(other.months, months);
        add(other.amounts, amounts);
        add(other.counts, counts);
        other.leftOut.forEach(this::leftOut);
        cost.add(other.cost);
        differences.add(other.differences);
        winners.add(other.winners);
        losers.add(other.losers);
        purchases += other.purchases;
        changed += other.changed;
    }

    private static <K> void add(Map<K, Amounts> more, Map<K, Amounts> into) {
        more.forEach(
                (key, sum) -> into.computeIfAbsent(key, fresh -> new Amounts()).add(sum));
    }
}
