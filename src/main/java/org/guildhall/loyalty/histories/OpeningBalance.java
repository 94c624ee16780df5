package org.guildhall.loyalty.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The smallest opening balance that keeps a history of points at or above zero at every moment, booked just before its first
 * period; a pure function of the history, whatever order it is told in.
 *
 * <p>Within a period points are earned before they are used, so the balance is lowest at the end of one; what the lowest lies
 * below zero is what was there before the history began.
 *
 * @param at just before the first period
 * @param amount above zero
 * @param lowest the period at whose end it is used up for the first time
 * @param came what was earned until then
 * @param went what was used until then
 */
record OpeningBalance(Instant at, long amount, Instant lowest, long came, long went) {

    private static final Duration BEFORE = Duration.ofSeconds(1);

    /** One period: when, what came and what went. */
    record Turn(Instant at, long came, long went) {}

    /** The opening balance that the history needs; none if it never falls below zero. */
    static Optional<OpeningBalance> of(Collection<Turn> history) {
        var turns = history.stream().sorted(Comparator.comparing(Turn::at)).toList();
        long came = 0;
        long went = 0;
        OpeningBalance needed = null;
        for (var turn : turns) {
            came = Math.addExact(came, turn.came());
            went = Math.addExact(went, turn.went());
            if (went - came > (needed == null ? 0 : needed.amount())) {
                var first = turns.getFirst().at().minus(BEFORE);
                needed = new OpeningBalance(first, went - came, turn.at(), came, went);
            }
        }
        return Optional.ofNullable(needed);
    }
}
