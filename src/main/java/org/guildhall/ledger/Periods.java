package org.guildhall.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * Closes months of the books, one after another, and opens the last one again.
 *
 * <p>Once a month is closed nothing is booked in it any more: what is dated in it by hand is refused, and what facts cause that
 * are learnt late is booked in the open period at its first instant, while the facts keep their time. Whom what belongs to and
 * when it lapses never depends on it. For code: the module that offers it checks who may.
 */
public interface Periods {

    /** The first day of the month to be closed next: the one after the last closed; where none is, the first that ever
     * was, and at the very beginning the last that is over. */
    LocalDate next();

    /** Everything that was closed and opened again, the latest first. */
    List<Closing> closings();

    /** What closing the month would keep, and what is under way in it. */
    PeriodPreview preview(LocalDate month);

    /** Whether the month, given by its first day, is over. */
    boolean isOver(LocalDate month);

    /** Refuses a month that cannot be closed now. */
    void requireClosable(LocalDate month);

    /** Refuses a month that cannot be opened again now. */
    void requireReopenable(LocalDate month);

    /** Closes the month, given by its first day, within the caller's transaction; refused unless it is the next and is over. */
    Closing close(LocalDate month, String reason);

    /** Opens the last closed month again within the caller's transaction; refused for any other. */
    Closing reopen(LocalDate month, String reason);
}
