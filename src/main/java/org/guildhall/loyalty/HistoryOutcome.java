package org.guildhall.loyalty;

import java.util.List;
import org.guildhall.kernel.Refusal;

/**
 * What taking histories over, or back, did.
 *
 * @param recorded periods newly recorded, or voided
 * @param replayed periods known before with the same content
 * @param empty periods in which nothing happened
 * @param sums what the recorded periods come to
 * @param openings members whose opening balance was booked, changed or ended
 * @param openingPoints net change of opening balances
 * @param refused periods of which nothing is stored, and why
 */
public record HistoryOutcome(
        int recorded, int replayed, int empty, Sums sums, int openings, long openingPoints, List<Refused> refused) {

    /** Nothing done. */
    public static final HistoryOutcome NOTHING = new HistoryOutcome(0, 0, 0, new Sums(0, 0, 0), 0, 0, List.of());

    /** Points earned, redeemed and lapsed. */
    public record Sums(long earned, long redeemed, long expired) {}

    /** A period that was not stored, and why. */
    public record Refused(PointsPeriod period, Refusal.Reason reason) {}
}
