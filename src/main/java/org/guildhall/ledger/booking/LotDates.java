package org.guildhall.ledger.booking;

import java.time.LocalDate;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.allocation.Lots;
import org.guildhall.ledger.allocation.Part;
import org.jspecify.annotations.Nullable;

/** Translates lots between what the code, the database and a reader call them. */
public final class LotDates {

    private LotDates() {}

    /** The database's text form. */
    public static String text(LocalDate lot) {
        return lot.equals(Lots.NEVER) ? "infinity" : lot.equals(Lots.DEBT) ? "-infinity" : lot.toString();
    }

    /** The lot of the database's text form. */
    public static LocalDate lot(String text) {
        return switch (text) {
            case "infinity" -> Lots.NEVER;
            case "-infinity" -> Lots.DEBT;
            default -> LocalDate.parse(text);
        };
    }

    /** The expiry a reader sees. */
    public static @Nullable LocalDate expiry(LocalDate lot) {
        return lot.equals(Lots.NEVER) || lot.equals(Lots.DEBT) ? null : lot;
    }

    /** The part a reader sees. */
    static EntryView.Part part(Part part) {
        return new EntryView.Part(
                part.amount(), part.contra(), expiry(part.lot()), part.lot().equals(Lots.DEBT));
    }
}
