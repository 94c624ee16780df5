package org.guildhall.finance;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.coupons.OpenCoupons;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.sessioncards.CardsOwed;
import org.jspecify.annotations.Nullable;

/**
 * What was owed to members at the end of a day, by what had occurred until then as it is known now.
 *
 * @param rule the policy that values points, in force that day
 */
public record LiabilityReport(
        LocalDate asOf,
        Points points,
        StoredValue storedValue,
        List<OpenCoupons> coupons,
        CardsOwed sessionCards,
        Explanation.Source rule) {

    /** Copies the list. */
    public LiabilityReport {
        coupons = List.copyOf(coupons);
    }

    /**
     * Points.
     *
     * @param outstanding what members could spend
     * @param held what was set aside for redemptions under way
     * @param owed what members owed
     * @param worth what outstanding and held points are worth
     * @param byIssue outstanding points by month of issue, the oldest first
     * @param byExpiry outstanding points by month of their last valid day; those that never expire last
     * @param runOff months of issue that have run off when enough is known, and those that have until now
     * @param breakage absent while fewer months have run off than the rules ask for
     */
    public record Points(
            long outstanding,
            long held,
            long owed,
            Money worth,
            List<Bucket> byIssue,
            List<Bucket> byExpiry,
            RunOffMonths runOff,
            @Nullable Breakage breakage) {

        /** Copies the lists. */
        public Points {
            byIssue = List.copyOf(byIssue);
            byExpiry = List.copyOf(byExpiry);
        }
    }

    /** Points of one month; {@code month} is its first day, absent for points that never expire. */
    public record Bucket(@Nullable LocalDate month, long points, Money worth) {}

    /** How many months of issue have run off, and how many an estimate needs. */
    public record RunOffMonths(int known, int needed) {}

    /** Stored value, what is set aside for payments under way included. */
    public record StoredValue(Money principal, Money bonus) {}
}
