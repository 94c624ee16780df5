package org.guildhall.loyalty.simulation;

import org.guildhall.loyalty.SimulationResult.Figure;

/** A sum as it was and as drafted. */
final class Amounts {

    private long before;
    private long after;

    void add(long more, long moreDrafted) {
        before = Math.addExact(before, more);
        after = Math.addExact(after, moreDrafted);
    }

    void add(Amounts other) {
        add(other.before, other.after);
    }

    Figure figure() {
        return Figure.of(before, after);
    }
}
