package org.guildhall.loyalty.simulation;

import java.util.HashMap;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.SimulationTally;

/** What purchases come to for one member, in all, at each store and on each tier. */
final class Person {

    /** Stands for no tier, so that it can be a key. */
    static final String TIERLESS = "";

    private final Sum all = new Sum();
    private final Map<UnitId, Sum> stores = new HashMap<>(4);
    private final Map<String, Sum> tiers = new HashMap<>(4);

    /** So many purchases and what they come to. */
    private static final class Sum {

        private long purchases;
        private long before;
        private long after;

        private void add(long bought, long was, long would) {
            purchases += bought;
            before = Math.addExact(before, was);
            after = Math.addExact(after, would);
        }

        private void add(Sum other) {
            add(other.purchases, other.before, other.after);
        }

        private void into(Cell cell) {
            cell.member(purchases, before, after);
        }
    }

    void add(SimulationTally.Share share) {
        var store = share.store() == null ? Visits.NOWHERE : share.store();
        var tier = share.tier() == null ? TIERLESS : share.tier();
        all.add(1, share.before(), share.after());
        stores.computeIfAbsent(store, key -> new Sum()).add(1, share.before(), share.after());
        tiers.computeIfAbsent(tier, key -> new Sum()).add(1, share.before(), share.after());
    }

    void add(Person other) {
        all.add(other.all);
        other.stores.forEach(
                (key, sum) -> stores.computeIfAbsent(key, fresh -> new Sum()).add(sum));
        other.tiers.forEach(
                (key, sum) -> tiers.computeIfAbsent(key, fresh -> new Sum()).add(sum));
    }

    void into(Map<UnitId, Cell> byStore, Map<String, Cell> byTier) {
        stores.forEach((key, sum) -> sum.into(byStore.computeIfAbsent(key, fresh -> new Cell())));
        tiers.forEach((key, sum) -> sum.into(byTier.computeIfAbsent(key, fresh -> new Cell())));
    }

    long difference() {
        return all.after - all.before;
    }

    Standout standout(MemberId member) {
        return new Standout(member, all.purchases, all.before, all.after);
    }

    /** One who may gain or lose most. */
    record Standout(MemberId member, long purchases, long before, long after) {

        long difference() {
            return after - before;
        }
    }
}
