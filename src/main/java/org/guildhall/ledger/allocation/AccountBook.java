package org.guildhall.ledger.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.BusinessTime;
import org.jspecify.annotations.Nullable;

/**
 * One account as postings come in: says what each changes, lot by lot.
 *
 * <p>A posting later than all that is known is matched against the lots as they are. One that arrives late, or that undoes
 * another, needs the account's {@link History}: the allocation is worked out again from all events and the difference is
 * booked. Both ways end in the same lots.
 */
public final class AccountBook {

    private final boolean mayOwe;
    private final BusinessTime time;
    private State state;

    /** An account as stored. */
    public AccountBook(State state, boolean mayOwe, BusinessTime time) {
        this.state = state;
        this.mayOwe = mayOwe;
        this.time = time;
    }

    /** What is known of an account; the history only when it was asked for. */
    public record State(
            Lots lots,
            Instant lastOccurred,
            Instant lastTaken,
            @Nullable History history) {

        /** An account that never moved. */
        public static State empty() {
            return new State(new Lots(), Instant.MIN, Instant.MIN, new History(List.of(), Map.of()));
        }
    }

    /** What became of a posting on this account. */
    public sealed interface Result {}

    /** It can be booked: the corrections, and the account after them. */
    public record Booked(List<Correction> corrections, State after) implements Result {}

    /** Less is available than it takes. */
    public record TooLittle(long available, long wanted) implements Result {}

    /** Less of a spend is still out than is to be given back. */
    public record TooMuchBack(long left, long wanted) implements Result {}

    /** The account's history is needed to decide. */
    public record NeedsHistory() implements Result {}

    /** The account now. */
    public State state() {
        return state;
    }

    /** Makes the outcome of a posting the account's state. */
    public void accept(Booked booked) {
        state = booked.after();
    }

    /** Says what the events of one posting, all at one instant, would change. */
    public Result consider(List<Event> events) {
        var steps = Step.inOrder(events, time);
        if (inOrder(steps)) {
            return append(events, steps);
        }
        var history = state.history();
        return history == null ? new NeedsHistory() : rematch(events, history);
    }

    /** Whether the steps can be matched against the lots as they are, which gives what a full replay would give. */
    private boolean inOrder(List<Step> steps) {
        for (var step : steps) {
            var on = time.dateOf(step.at());
            boolean afterAll = step.at().isAfter(state.lastOccurred());
            boolean fits = switch (step.deed()) {
                case Step.Deed.Give give ->
                    step.lot().isAfter(on)
                            && step.at().isAfter(state.lastTaken())
                            && (afterAll || state.lots().owed() == 0);
                case Step.Deed.TakeBack(var amount, var shortage) ->
                    afterAll && step.lot().isAfter(on) && state.lots().in(step.lot()) >= amount;
                case Step.Deed.Take take -> afterAll;
                case Step.Deed.Lapse lapse -> false;
                case Step.Deed.Settle settle -> false;
                case Step.Deed.GiveBack giveBack -> false;
                case Step.Deed.GiveBackPart giveBack -> false;
                case Step.Deed.Carry carry -> false;
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private Result append(List<Event> events, List<Step> steps) {
        var lots = state.lots().copy();
        var matching = new Matching(lots, mayOwe);
        var corrections = new ArrayList<Correction>();
        var lastOccurred = state.lastOccurred();
        var lastTaken = state.lastTaken();
        for (var step : steps) {
            var on = time.dateOf(step.at());
            if (step.deed() instanceof Step.Deed.Take(var spend) && lots.available(on) < spend.amount()) {
                return new TooLittle(lots.available(on), spend.amount());
            }
            var parts = match(matching, step, on);
            for (var part : parts) {
                corrections.add(new Correction(step.posting(), step.at(), part));
            }
            if (touchesDebt(parts)) {
                lastTaken = later(lastTaken, step.at());
            }
        }
        for (var event : events) {
            lastOccurred = later(lastOccurred, event.occurredAt());
            lastTaken = event.gives() ? lastTaken : later(lastTaken, event.occurredAt());
        }
        var history = state.history();
        var after = history == null ? null : history.with(events, history.bookedWith(events, corrections));
        return new Booked(corrections, new State(lots, lastOccurred, lastTaken, after));
    }

    private static List<Part> match(Matching matching, Step step, LocalDate on) {
        return switch (step.deed()) {
            case Step.Deed.Give(var amount) -> matching.grant(amount, step.lot());
            case Step.Deed.TakeBack(var amount, var shortage) ->
                matching.clawback(amount, List.of(step.lot()), on, shortage);
            case Step.Deed.Take(var spend) -> matching.spend(spend.amount(), on, spend.to());
            case Step.Deed.Lapse lapse -> throw new IllegalStateException("lapses are not appended");
            case Step.Deed.Settle settle -> throw new IllegalStateException("uses of holds are not appended");
            case Step.Deed.GiveBack giveBack -> throw new IllegalStateException("reversals are not appended");
            case Step.Deed.GiveBackPart giveBack -> throw new IllegalStateException("returns are not appended");
            case Step.Deed.Carry carry -> throw new IllegalStateException("carried lots are not appended");
        };
    }

    private Result rematch(List<Event> events, History history) {
        for (var event : events) {
            if (event.act() instanceof Act.RestoredPart(var asset, var spend, var amount)
                    && amount > history.out(spend)) {
                return new TooMuchBack(history.out(spend), amount);
            }
        }
        var all = new ArrayList<>(history.events());
        all.addAll(events);
        var after = Replay.of(all, mayOwe, time);
        long wanted = wanted(events);
        if (wanted > 0) {
            long worse = after.shortfall()
                    - Replay.of(history.events(), mayOwe, time).shortfall();
            if (worse > 0) {
                return new TooLittle(Math.max(0, wanted - worse), wanted);
            }
        }
        var corrections = history.corrections(after.lines(), events, time);
        var lots = new Lots(after.lots());
        return new Booked(
                corrections,
                new State(lots, after.lastOccurred(), after.lastTaken(), history.with(events, after.lines())));
    }

    private static long wanted(List<Event> events) {
        long sum = 0;
        for (var event : events) {
            if (event.act() instanceof Act.Moved(org.guildhall.ledger.Movement.Spend spend)) {
                sum = Math.addExact(sum, spend.amount());
            }
        }
        return sum;
    }

    private static boolean touchesDebt(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.lot().equals(Lots.DEBT));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
