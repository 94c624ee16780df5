package org.guildhall.mall;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.policies.PolicyKind;

/**
 * How redemption goes on; the version in force on the day of the order counts for the order as long as it lives.
 *
 * @param daysToPickUp how many days after that of the order it waits; then points and pieces go back
 * @param ordersPerDay most orders of one member on one day, cancelled ones counted; 0 for no limit
 * @param cancelling who may cancel what waits for pick-up
 * @param returnDays how many days after that of the pick-up it can be taken back; 0 for never
 * @param expired what happens to points that come back after their expiry
 * @param givenAgainDays how long points given again are valid, in days
 * @param wrongCodes how many wrong pick-up codes one person may enter before having to wait
 * @param lockMinutes how long they wait then
 */
public record RedemptionPolicy(
        @Min(0) @Max(365) int daysToPickUp,
        @Min(0) @Max(1000) int ordersPerDay,
        @NotNull Cancelling cancelling,
        @Min(0) @Max(365) int returnDays,
        @NotNull ExpiredPoints expired,
        @Min(1) @Max(365) int givenAgainDays,
        @Min(1) @Max(100) int wrongCodes,
        @Min(1) @Max(1440) int lockMinutes) {

    /** A week to pick up, ten orders a day, service and stores cancel, a week to return, expired points valid again for a month. */
    public static final RedemptionPolicy DEFAULT =
            new RedemptionPolicy(7, 10, Cancelling.STORES_TOO, 7, ExpiredPoints.GIVEN_AGAIN, 30, 5, 15);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<RedemptionPolicy> KIND =
            new PolicyKind<>("mall.redemption", RedemptionPolicy.class, DEFAULT, "4.7");

    /** Who may cancel. */
    @Schema(name = "RedemptionCancelling", enumAsRef = true)
    public enum Cancelling {
        /** Nobody: it is picked up or given up. */
        NOBODY,
        /** Those entitled to cancel everywhere. */
        SERVICE,
        /** Also those entitled at the store where it waits. */
        STORES_TOO
    }

    /** What happens to held points that come back after their last valid day. */
    @Schema(name = "ExpiredHeldPoints", enumAsRef = true)
    public enum ExpiredPoints {
        /** They return to their lots and so have expired. */
        LAPSE,
        /** As many are given anew for some days. */
        GIVEN_AGAIN
    }

    /** The first instant at which an order of this day no longer waits. */
    public Instant pickUpBy(LocalDate placedOn, BusinessTime time) {
        return time.startOf(placedOn.plusDays(daysToPickUp + 1L));
    }

    /** Whether what was handed out then can still be taken back today. */
    public boolean mayReturn(LocalDate handedOutOn, LocalDate today) {
        return returnDays > 0 && !today.isAfter(handedOutOn.plusDays(returnDays));
    }
}
