package org.guildhall.loyalty.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.guildhall.loyalty.SimulationResult.Extreme;

/** Keeps those who differ most to one side; of equal ones the member with the lower identifier. */
final class Extremes {

    static final int MOST = 20;

    private final Comparator<Extreme> first;
    private final PriorityQueue<Extreme> kept;

    private Extremes(Comparator<Extreme> first) {
        this.first = first.thenComparing(extreme -> extreme.member().value());
        kept = new PriorityQueue<>(MOST + 1, this.first.reversed());
    }

    static Extremes winners() {
        return new Extremes(
                Comparator.comparingLong(extreme -> -extreme.points().difference()));
    }

    static Extremes losers() {
        return new Extremes(Comparator.comparingLong(extreme -> extreme.points().difference()));
    }

    void offer(Extreme extreme) {
        kept.add(extreme);
        if (kept.size() > MOST) {
            kept.remove();
        }
    }

    void add(Extremes other) {
        other.kept.forEach(this::offer);
    }

    /** The greatest difference first. */
    List<Extreme> inOrder() {
        return kept.stream().sorted(first).toList();
    }
}
