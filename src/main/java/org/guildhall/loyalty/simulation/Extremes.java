package org.guildhall.loyalty.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.guildhall.kernel.MemberId;

/** Keeps those who differ most to one side; of equal ones the member with the lower identifier. */
final class Extremes<T> {

    static final int MOST = 20;

    private final Comparator<T> first;
    private final PriorityQueue<T> kept;

    private Extremes(Comparator<T> first, Function<T, MemberId> member) {
        this.first = first.thenComparing(one -> member.apply(one).value());
        kept = new PriorityQueue<>(MOST + 1, this.first.reversed());
    }

    static <T> Extremes<T> winners(ToLongFunction<T> difference, Function<T, MemberId> member) {
        return new Extremes<>(Comparator.comparingLong(one -> -difference.applyAsLong(one)), member);
    }

    static <T> Extremes<T> losers(ToLongFunction<T> difference, Function<T, MemberId> member) {
        return new Extremes<>(Comparator.comparingLong(difference), member);
    }

    void offer(T one) {
        kept.add(one);
        if (kept.size() > MOST) {
            kept.remove();
        }
    }

    void add(Extremes<T> other) {
        other.kept.forEach(this::offer);
    }

    /** The greatest difference first. */
    List<T> inOrder() {
        return kept.stream().sorted(first).toList();
    }
}
