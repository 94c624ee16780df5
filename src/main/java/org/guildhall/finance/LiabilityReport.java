package org.guildhall.finance;

import io.swagger.v3.oas.annotations.media.Schema;
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
 * @param cashback what purchases bring their buyers
 * @param commissions what they bring those who recommended them
 * @param rule the policy that values points, in force that day
 */
public record LiabilityReport(
        LocalDate asOf,
        Points points,
        StoredValue storedValue,
        List<OpenCoupons> coupons,
        CardsOwed sessionCards,
        Rebates cashback,
        Rebates commissions,
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

    /**
     * Cashback or commissions.
     *
     * @param credited what members could spend or be paid, with what is set aside
     * @param waiting what is earned and waits until the days for returns are over; what was returned since is left out
     * @param owed what members owed, where what they had spent came back
     */
    @Schema(name = "RebatesOwed")
    public record Rebates(Money credited, Money waiting, Money owed) {}
}
