package org.guildhall.loyalty.simulation;

import org.guildhall.loyalty.SimulationResult.Figure;
import org.guildhall.loyalty.SimulationResult.Share;

/** Adds up what concerns one store or one tier. */
final class Cell {

    private long members;
    private long purchases;
    private long before;
    private long after;
    private long winners;
    private long gained;
    private long losers;
    private long lost;

    /** One member with what the member's facts here came to. */
    void member(long bought, long pointsBefore, long pointsAfter) {
        members++;
        purchases += bought;
        before = Math.addExact(before, pointsBefore);
        after = Math.addExact(after, pointsAfter);
        long difference = pointsAfter - pointsBefore;
        if (difference > 0) {
            winners++;
            gained = Math.addExact(gained, difference);
        } else if (difference < 0) {
            losers++;
            lost = Math.addExact(lost, difference);
        }
    }

    void add(Cell other) {
        members += other.members;
        purchases += other.purchases;
        before = Math.addExact(before, other.before);
        after = Math.addExact(after, other.after);
        winners += other.winners;
        gained = Math.addExact(gained, other.gained);
        losers += other.losers;
        lost = Math.addExact(lost, other.lost);
    }

    long members() {
        return members;
    }

    long purchases() {
        return purchases;
    }

    Figure points() {
        return Figure.of(before, after);
    }

    Share winning() {
        return new Share(winners, gained);
    }

    Share losing() {
        return new Share(losers, lost);
    }
}
