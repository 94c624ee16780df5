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
    private final Map<UUID, List<Part>> spent = new HashMap<>();
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
                spent.computeIfAbsent(step.posting(), id -> new ArrayList<>()).addAll(parts);
                book(step, parts);
            }
            case Step.Deed.Settle(var hold) -> settle(step, hold);
            case Step.Deed.GiveBack(var spend) -> {
                book(step, matching.restore(spent.getOrDefault(spend, List.of())));
                lapseAgain();
            }
        }
    }

    /** A claw-back of what already expired makes that much less expire. */
    private void takeBack(Step step, long amount, LocalDate on, Shortage shortage) {
        var lapse = lapses.get(step.lot());
        if (lapse != null) {
            long unexpired = Math.min(amount, lapse.amount);
            lapse.amount -= unexpired;
            var back = new Part(step.lot(), Contra.EXPIRED, unexpired);
            matching.lots().apply(List.of(back));
            add(lapse.family, back);
        }
        book(step, matching.clawback(amount, step.lot(), on, shortage));
    }

    /** What was held is redeemed; no lot changes, but the use can be reversed like a spend. */
    private void settle(Step step, UUID hold) {
        var redeemed = new ArrayList<Part>();
        for (var part : spent.getOrDefault(hold, List.of())) {
            var contra = part.contra() == Contra.HELD ? Contra.REDEEMED : part.contra();
            redeemed.add(new Part(part.lot(), contra, part.amount()));
            add(step.family(), new Part(part.lot(), part.contra(), -part.amount()));
            add(step.family(), redeemed.getLast());
        }
        spent.put(step.posting(), redeemed);
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

    private static final class Lapse {
        private final Family family;
        private long amount;

        Lapse(Family family) {
            this.family = family;
        }
    }
}
