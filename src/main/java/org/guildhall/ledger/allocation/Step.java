package org.guildhall.ledger.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Movement.Clawback;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.ledger.Shortage;

/** One thing to allocate, at its place in the order of occurrence; what it is, is a {@link Deed}. */
record Step(Instant at, Family family, LocalDate lot, UUID posting, Deed deed) {

    /** What is to be done, in the order that holds at equal instants. */
    sealed interface Deed {
        int rank();

        record Lapse() implements Deed {
            @Override
            public int rank() {
                return 0;
            }
        }

        record Give(long amount) implements Deed {
            @Override
            public int rank() {
                return 1;
            }
        }

        record TakeBack(long amount, Shortage shortage) implements Deed {
            @Override
            public int rank() {
                return 2;
            }
        }

        record Take(Spend spend) implements Deed {
            @Override
            public int rank() {
                return 3;
            }
        }

        record Settle(UUID hold) implements Deed {
            @Override
            public int rank() {
                return 4;
            }
        }

        record GiveBack(UUID spend) implements Deed {
            @Override
            public int rank() {
                return 6;
            }
        }

        record GiveBackPart(UUID spend, long amount) implements Deed {
            @Override
            public int rank() {
                return 5;
            }
        }

        record Carry(LocalDate to) implements Deed {
            @Override
            public int rank() {
                return 6;
            }
        }
    }

    /** Order of occurrence; ties are broken by content alone, never by arrival. */
    private static final Comparator<Step> ORDER = Comparator.comparing(Step::at)
            .thenComparingInt(step -> step.deed.rank())
            .thenComparing(Step::lot)
            .thenComparing(step -> step.family.type())
            .thenComparing(step -> step.family.id())
            .thenComparing(Step::posting);

    /** The steps of an account's events, grants and claw-backs of one cause and instant netted lot by lot. */
    static List<Step> inOrder(Collection<Event> events, BusinessTime time) {
        var steps = new ArrayList<Step>(events.size());
        var nets = new LinkedHashMap<NetKey, Net>();
        for (var event : events) {
            var family = Family.of(event);
            switch (event.act()) {
                case Act.Moved(Grant(var asset, var amount, var on)) ->
                    net(nets, event, family, Lots.of(on), new Net(event.posting(), amount, false));
                case Act.Moved(Clawback(var asset, var amount, var on, var shortage)) ->
                    net(nets, event, family, Lots.of(on), new Net(event.posting(), -amount, shortage == Shortage.LOSS));
                case Act.Moved(Spend spend) ->
                    steps.add(new Step(event.occurredAt(), family, Lots.NEVER, event.posting(), new Deed.Take(spend)));
                case Act.Lapsed(var asset, var on) ->
                    steps.add(new Step(time.startOf(on), family, on, event.posting(), new Deed.Lapse()));
                case Act.Settled(var asset, var hold) ->
                    steps.add(new Step(event.occurredAt(), family, Lots.NEVER, event.posting(), new Deed.Settle(hold)));
                case Act.Restored(var asset, var spend) ->
                    steps.add(new Step(
                            event.occurredAt(), family, Lots.NEVER, event.posting(), new Deed.GiveBack(spend)));
                case Act.RestoredPart(var asset, var spend, var amount) ->
                    steps.add(new Step(
                            event.occurredAt(),
                            family,
                            Lots.NEVER,
                            event.posting(),
                            new Deed.GiveBackPart(spend, amount)));
                case Act.Carried(var asset, var from, var to) ->
                    steps.add(new Step(event.occurredAt(), family, from, event.posting(), new Deed.Carry(to)));
            }
        }
        nets.forEach((key, net) -> {
            if (net.amount != 0) {
                steps.add(new Step(key.at, key.family, key.lot, net.posting, net.deed()));
            }
        });
        steps.sort(ORDER);
        return steps;
    }

    private static void net(Map<NetKey, Net> nets, Event event, Family family, LocalDate lot, Net change) {
        nets.merge(new NetKey(event.occurredAt(), family, lot), change, Net::plus);
    }

    private record NetKey(Instant at, Family family, LocalDate lot) {}

    private record Net(UUID posting, long amount, boolean loss) {
        Net plus(Net other) {
            var first = posting.compareTo(other.posting) <= 0 ? posting : other.posting;
            return new Net(first, Math.addExact(amount, other.amount), loss || other.loss);
        }

        Deed deed() {
            return amount > 0
                    ? new Deed.Give(amount)
                    : new Deed.TakeBack(-amount, loss ? Shortage.LOSS : Shortage.DEBT);
        }
    }
}
