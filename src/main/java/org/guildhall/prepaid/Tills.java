package org.guildhall.prepaid;

import java.time.LocalDate;

/** What the tills took in and paid out, day by day, held against the ledger; and what is owed to members. */
public interface Tills {

    /** One business day: each store by payment method, both books, and every member on whom they differ. */
    DayView day(LocalDate day);

    /** What is owed to members now, and how it stood at the end of each of these days (at most a year of them). */
    LiabilityView liability(LocalDate from, LocalDate to);
}
