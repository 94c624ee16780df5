package org.guildhall.ledger.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.Shortage;

/**
 * The canonical allocation of an account: which lot each movement touches when all are taken in order of occurrence.
 *
 * <p>A pure function of the set of events: the order in which they became known plays no part, which is why any order of
 * arrival ends in the same lots.
 */
public final class Replay {

    private final BusinessTime time;
    private final Matching matching;
    private final Map<Line, Long> lines = new LinkedHashMap<>();
    private final Map<UUID, Spent> spent = new HashMap<>();
    private final Carries carries = new Carries();
    private final Map<LocalDate, Lapse> lapses = new HashMap<>();
    private Instant lastOccurred = Instant.MIN;
    private Instant lastTaken = Instant.MIN;

    private Replay(boolean mayOwe, BusinessTime time) {
        this.time = time;
        this.matching = new Matching(new Lots(), mayOwe);
    }

    /** What an account's events come to: amounts by line and lot, what was not covered, and when it last moved. */
    public record Outcome(
            Map<Line, Long> lines,
            Map<LocalDate, Long> lots,
            long shortfall,
            Instant lastOccurred,
            Instant lastTaken) {}

    /** Allocates the events of one account. */
    public static Outcome of(Collection<Event> events, boolean mayOwe, BusinessTime time) {
        var replay = new Replay(mayOwe, time);
        for (var step : Step.inOrder(events, time)) {
            replay.take(step);
        }
        replay.lines.values().removeIf(amount -> amount == 0);
        for (var event : events) {
            replay.lastOccurred = later(replay.lastOccurred, when(event, time));
            if (!event.gives()) {
                replay.lastTaken = later(replay.lastTaken, when(event, time));
            }
        }
        return new Outcome(
                replay.lines,
                replay.matching.lots().amounts(),
                replay.matching.shortfall(),
                replay.lastOccurred,
                replay.lastTaken);
    }

    private void take(Step step) {
        var on = time.dateOf(step.at());
        switch (step.deed()) {
            case Step.Deed.Lapse lapse -> lapse(step);
            case Step.Deed.Give(var amount) -> {
                book(step, matching.grant(amount, step.lot()));
                lapseAgain();
            }
            case Step.Deed.TakeBack(var amount, var shortage) -> takeBack(step, amount, on, shortage);
            case Step.Deed.Take(var spend) -> {
                var parts = matching.spend(spend.amount(), on, spend.to());
                spent.computeIfAbsent(step.posting(), id -> new Spent(new ArrayList<>(), carries.count()))
                        .parts
                        .addAll(parts);
                book(step, parts);
            }
            case Step.Deed.Settle(var hold) -> settle(step, hold);
            case Step.Deed.GiveBack(var spend) -> {
                book(step, matching.restore(parts(spend)));
                lapseAgain();
            }
            case Step.Deed.GiveBackPart(var spend, var amount) -> {
                var taken = spent.computeIfAbsent(spend, id -> new Spent(new ArrayList<>(), carries.count()));
                book(step, matching.restorePart(taken.parts, amount, lot -> carries.homeOf(lot, taken.carried)));
                lapseAgain();
            }
            case Step.Deed.Carry(var to) -> carry(step, to);
        }
    }

    /** A claw-back of what already expired makes that much less expire. */
    private void takeBack(Step step, long amount, LocalDate on, Shortage shortage) {
        var homes = carries.homesOf(step.lot());
        long left = amount;
        for (var home : homes) {
            var lapse = lapses.get(home);
            if (lapse != null) {
                long unexpired = Math.min(left, lapse.amount);
                lapse.amount -= unexpired;
                var back = new Part(home, Contra.EXPIRED, unexpired);
                matching.lots().apply(List.of(back));
                add(lapse.family, back);
            }
            left -= Math.min(left, matching.lots().in(home));
        }
        book(step, matching.clawback(amount, homes, on, shortage));
    }

    /** What lapsed stays lapsed where it was and comes back where it is carried to: act and counter-act are both booked. */
    private void carry(Step step, LocalDate to) {
        var lapse = lapses.get(step.lot());
        long lapsed = lapse == null ? 0 : lapse.amount;
        if (lapse != null) {
            lapse.amount = 0;
        }
        book(step, matching.carry(step.lot(), lapsed, to));
        carries.add(step.lot(), to);
        lapseAgain();
    }

    /** What a spend took, lots that were carried on since by their new names. */
    private List<Part> parts(UUID spend) {
        var taken = spent.get(spend);
        return taken == null
                ? List.of()
                : taken.parts.stream()
                        .map(part -> new Part(carries.homeOf(part.lot(), taken.carried), part.contra(), part.amount()))
                        .toList();
    }

    /** What was held is redeemed; no lot changes, but the use can be reversed like a spend. */
    private void settle(Step step, UUID hold) {
        var redeemed = new ArrayList<Part>();
        var held = spent.getOrDefault(hold, new Spent(List.of(), carries.count()));
        for (var part : held.parts) {
            var contra = part.contra() == Contra.HELD ? Contra.REDEEMED : part.contra();
            redeemed.add(new Part(part.lot(), contra, part.amount()));
            add(step.family(), new Part(part.lot(), part.contra(), -part.amount()));
            add(step.family(), redeemed.getLast());
        }
        spent.put(step.posting(), new Spent(redeemed, held.carried));
    }

    private void lapse(Step step) {
        var lapse = lapses.computeIfAbsent(step.lot(), lot -> new Lapse(step.family()));
        expire(step.lot(), lapse);
    }

    private void lapseAgain() {
        lapses.forEach(this::expire);
    }

    private void expire(LocalDate lot, Lapse lapse) {
        for (var part : matching.lots().takeFrom(lot, matching.lots().in(lot), Contra.EXPIRED)) {
            lapse.amount -= part.amount();
            add(lapse.family, part);
        }
    }

    private void book(Step step, List<Part> parts) {
        for (var part : parts) {
            add(step.family(), part);
            if (part.lot().equals(Lots.DEBT)) {
                lastTaken = later(lastTaken, step.at());
            }
        }
    }

    private void add(Family family, Part part) {
        lines.merge(new Line(family, part.lot(), part.contra()), part.amount(), Math::addExact);
    }

    private static Instant when(Event event, BusinessTime time) {
        return event.act() instanceof Act.Lapsed lapsed ? time.startOf(lapsed.expiresOn()) : event.occurredAt();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What a spend took, and how many lots had been carried by then. */
    private record Spent(List<Part> parts, int carried) {}

    private static final class Lapse {
        private final Family family;
        private long amount;

        Lapse(Family family) {
            this.family = family;
        }
    }
}
