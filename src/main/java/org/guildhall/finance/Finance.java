package org.guildhall.finance;

import java.time.LocalDate;
import java.util.Locale;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;

/** Tells what the company owes its members; each question names a day, today if it names none. */
public interface Finance {

    /** What was owed at the end of the day. */
    LiabilityReport liability(@Nullable LocalDate asOf);

    /** Whose points a figure of the report counts, the largest first. */
    Slice<PointsOwner> owners(LiabilityMembers query);

    /** The report as a file, in the words of the language; that it was taken out is audited. */
    byte[] file(@Nullable LocalDate asOf, Sheets.Format format, Locale language);
}
