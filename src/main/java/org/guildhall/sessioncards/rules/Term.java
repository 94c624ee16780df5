package org.guildhall.sessioncards.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days of a card of unlimited use, over which its price is spread.
 *
 * <p>A day on which the card is good counts as used once it has come, whether or not the member came; the last one is the last day
 * itself. Days by which the card was extended make up for days that could not be used, so they count as days left, up to as many
 * as were bought. Of {@code n} used days the price stands for {@code price × n / days}, rounded down: the odd fen is the member's.
 *
 * @param days as bought
 * @param lastDay absent until the days begin
 */
public record Term(int days, @Nullable LocalDate lastDay) {

    /** The last day of so many days of which this is the first. */
    public static LocalDate last(LocalDate first, int days) {
        return first.plusDays(days - 1L);
    }

    /** How many days come after this one. */
    public int leftAfter(LocalDate day) {
        if (lastDay == null) {
            return days;
        }
        return (int) Math.clamp(ChronoUnit.DAYS.between(day, lastDay), 0L, days);
    }

    /** What is owed at the end of the day of this price. */
    public long owed(long price, LocalDate day) {
        return price - Worth.of(price, days, days - leftAfter(day));
    }
}
