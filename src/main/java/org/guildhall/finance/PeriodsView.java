package org.guildhall.finance;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.ledger.Closing;
import org.jspecify.annotations.Nullable;

/**
 * The months of the books.
 *
 * @param next first day of the month to be closed next
 * @param ended whether that month is over
 * @param last first day of the month closed last, which alone can be opened again
 * @param closings everything that was closed and opened again, the latest first
 * @param cards what the closes kept of session cards, the latest first; closes of earlier versions kept nothing
 */
public record PeriodsView(
        LocalDate next, boolean ended, @Nullable LocalDate last, List<Closing> closings, List<CardsOfMonth> cards) {

    /** Copies the lists. */
    public PeriodsView {
        closings = List.copyOf(closings);
        cards = List.copyOf(cards);
    }
}
