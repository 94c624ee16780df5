package org.guildhall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What closing a month would keep, and what is still under way in it.
 *
 * @param month its first day
 * @param ended whether the month is over
 * @param figures what the books come to now
 * @param dueLots lots whose last day lay in the month and that have not lapsed yet
 * @param openHolds holds placed in it or before that are still open
 * @param late how many postings that occurred in it were recorded after its end
 * @param lastLate when the last of those was recorded
 */
public record PeriodPreview(
        LocalDate month,
        boolean ended,
        List<PeriodFigure> figures,
        long dueLots,
        long openHolds,
        long late,
        @Nullable Instant lastLate) {

    /** Copies the list. */
    public PeriodPreview {
        figures = List.copyOf(figures);
    }
}
