package org.guildhall.finance;

import java.time.LocalDate;
import java.util.Locale;
import org.guildhall.ledger.PeriodPreview;
import org.guildhall.platform.Sheets;

/** Closes the months of the books and opens the last one again, alone or with a second pair of eyes, as the authority table says. */
public interface PeriodEnd {

    /** Where the books stand. */
    PeriodsView periods();

    /** What closing the month, given by its first day, would keep, and what is under way in it. */
    PeriodPreview preview(LocalDate month);

    /** What closing the month, given by its first day, would keep of session cards. */
    CardsOfMonth cards(LocalDate month);

    /** Closes the next month, or asks for it. */
    PeriodAnswer close(ChangePeriod command);

    /** Opens the last closed month again, or asks for it. */
    PeriodAnswer reopen(ChangePeriod command);

    /** The figures kept, month by month and asset by asset, as a file; that it was taken out is audited. */
    byte[] file(Sheets.Format format, Locale language);
}
