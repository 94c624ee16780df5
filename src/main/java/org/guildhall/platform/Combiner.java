package org.guildhall.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Flat combining: of the threads that ask for the same kind of work at the same time, one does it for all that wait, in one
 * go. Nobody waits for company: who finds no other at work begins at once, alone.
 *
 * <p>What claims the same thing is never done in one go. Every asker gets the answer to what it asked; if the work fails, all
 * it was done for get its exception.
 *
 * @param <A> what is asked
 * @param <R> what comes of it
 */
public final class Combiner<A, R> {

    private final Work<A, R> work;
    private final Function<A, Set<?>> claims;
    private final int leaders;
    private final int most;
    private final Deque<Waiting<A, R>> queue = new ArrayDeque<>();
    private int leading;

    /** The work to do. */
    @FunctionalInterface
    public interface Work<A, R> {
        /** One answer for each that is asked, in their order. */
        List<R> of(List<A> asked);
    }

    /**
     * @param leaders how many threads may be at work at the same time, at least one
     * @param most how many are done in one go, at least one
     * @param claims what of two that are asked must not be the same in one go
     */
    public Combiner(int leaders, int most, Function<A, Set<?>> claims, Work<A, R> work) {
        if (leaders < 1 || most < 1) {
            throw new IllegalArgumentException("nobody would ever work: " + leaders + ", " + most);
        }
        this.leaders = leaders;
        this.most = most;
        this.claims = claims;
        this.work = work;
    }

    private record Waiting<A, R>(A asked, Set<?> claimed, CompletableFuture<Turn<R>> turn) {}

    /** What a waiting thread hears: its answer, or that it works now for itself and others. */
    private sealed interface Turn<R> {

        record Done<R>(R answer) implements Turn<R> {}

        record Lead<R>() implements Turn<R> {}
    }

    /** Has it done, and gives what came of it. */
    public R ask(A asked) {
        var me = new Waiting<A, R>(asked, claims.apply(asked), new CompletableFuture<>());
        return !leadsAtOnce(me) && turn(me) instanceof Turn.Done<R>(var answer) ? answer : lead(me);
    }

    private static <A, R> Turn<R> turn(Waiting<A, R> me) {
        try {
            return me.turn.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }

    /** Whether the asker works at once; else it stands in the queue. */
    private boolean leadsAtOnce(Waiting<A, R> me) {
        synchronized (queue) {
            if (leading < leaders) {
                leading++;
                return true;
            }
            queue.add(me);
            return false;
        }
    }

    private R lead(Waiting<A, R> me) {
        var all = new ArrayList<Waiting<A, R>>();
        all.add(me);
        try {
            join(all);
            var answers = work.of(all.stream().map(Waiting::asked).toList());
            if (answers.size() != all.size()) {
                throw new IllegalStateException(answers.size() + " answers to " + all.size());
            }
            for (int i = 1; i < all.size(); i++) {
                all.get(i).turn.complete(new Turn.Done<>(answers.get(i)));
            }
            return answers.getFirst();
        } catch (RuntimeException | Error e) {
            all.subList(1, all.size()).forEach(other -> other.turn.completeExceptionally(e));
            throw e;
        } finally {
            leave();
        }
    }

    /** Takes along those of the waiting that may be done together, the longest waiting first. */
    private void join(List<Waiting<A, R>> all) {
        var claimed = new HashSet<Object>(all.getFirst().claimed);
        synchronized (queue) {
            var next = queue.iterator();
            while (next.hasNext() && all.size() < most) {
                var waiting = next.next();
                if (waiting.claimed.stream().noneMatch(claimed::contains)) {
                    claimed.addAll(waiting.claimed);
                    all.add(waiting);
                    next.remove();
                }
            }
        }
    }

    /** Who has waited longest goes on with the work. */
    private void leave() {
        Waiting<A, R> next;
        synchronized (queue) {
            next = queue.poll();
            if (next == null) {
                leading--;
            }
        }
        if (next != null) {
            next.turn.complete(new Turn.Lead<>());
        }
    }
}
