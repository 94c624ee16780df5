package org.guildhall.demo.trade;

import org.guildhall.demo.people.Dice;

/**
 * How a member shops: days between visits, how many visits of a thousand are the last, the most lines of a basket and how many
 * purchases of a thousand are given back in part or in full.
 */
enum Habit {
    /** Comes nearly every week and stays. */
    DEVOTED(16, 4, 4, 35),
    /** Comes every month. */
    REGULAR(38, 25, 3, 40),
    /** Comes when there is a reason. */
    OCCASIONAL(85, 80, 3, 45),
    /** Came for a promotion. */
    BARGAIN(120, 350, 2, 70),
    /** Joined and never bought. */
    ONLOOKER(0, 1000, 0, 0);

    private final int gapDays;
    private final int lastPerMille;
    private final int mostLines;
    private final int returnPerMille;

    Habit(int gapDays, int lastPerMille, int mostLines, int returnPerMille) {
        this.gapDays = gapDays;
        this.lastPerMille = lastPerMille;
        this.mostLines = mostLines;
        this.returnPerMille = returnPerMille;
    }

    static Habit of(Dice dice) {
        return values()[dice.weighted(75, 230, 340, 260, 95)];
    }

    int gapDays() {
        return gapDays;
    }

    int lastPerMille() {
        return lastPerMille;
    }

    int mostLines() {
        return mostLines;
    }

    int returnPerMille() {
        return returnPerMille;
    }
}
