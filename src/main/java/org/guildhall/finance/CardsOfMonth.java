package org.guildhall.finance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was owed on session cards when a month began and ended: opening and sold less used is closing. As the ledger does it, what
 * is learnt late of a closed month counts in the open one, because that begins with what the close before it kept.
 *
 * @param closing number of the close that kept it; null while the month is open and the figures are of this moment
 * @param month its first day
 * @param sold what was paid for the cards sold in the month
 * @param used what went in it: used, given back and refunded
 */
public record CardsOfMonth(
        @Nullable Long closing, LocalDate month, Figure start, Figure sold, Figure used, Figure end) {

    /** Sessions, and what of the price stands for them. */
    @Schema(name = "CardsOfMonthFigure")
    public record Figure(long sessions, Money worth) {

        /** Both added up. */
        public Figure plus(Figure other) {
            return new Figure(Math.addExact(sessions, other.sessions), worth.plus(other.worth));
        }

        /** Both taken away. */
        public Figure minus(Figure other) {
            return new Figure(Math.subtractExact(sessions, other.sessions), worth.minus(other.worth));
        }
    }

    /** What went follows from the rest. */
    public static CardsOfMonth of(@Nullable Long closing, LocalDate month, Figure start, Figure sold, Figure end) {
        return new CardsOfMonth(closing, month, start, sold, start.plus(sold).minus(end), end);
    }
}
