package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A part that came back, or would.
 *
 * @param paid what had been paid for it: stored value, cashback and payments
 * @param points given back to the lots they were taken from
 * @param benefitBack whether the use of the benefit is taken back, since all it took something off is back
 * @param payments the payments that go back
 */
@Schema(name = "CheckoutReturn")
public record ReturnView(
        UUID id,
        UnitId store,
        List<Line> lines,
        Money discount,
        Money benefitAmount,
        Money couponAmount,
        long points,
        Money pointsAmount,
        Money paid,
        Money stored,
        Money cashback,
        List<Back> payments,
        List<Coupon> coupons,
        boolean benefitBack,
        String reason,
        @Nullable Instant occurredAt,
        @Nullable String actor) {

    /** How much of a line, with its share of each deduction. */
    @Schema(name = "CheckoutReturnLine")
    public record Line(
            int line,
            long quantityMilli,
            Money discount,
            Money benefitAmount,
            Money couponAmount,
            Money pointsAmount,
            Money paid) {}

    /**
     * A coupon that goes back to the member, since all it applied to came back.
     *
     * @param gift what had been handed over for it
     * @param usable whether its last day is still to come or today
     */
    @Schema(name = "CheckoutCouponBack")
    public record Coupon(
            UUID coupon, String code, String name, @Nullable String gift, LocalDate lastDay, boolean usable) {}

    /** Money that goes back the way it came. */
    @Schema(name = "CheckoutMoneyBack")
    public record Back(PaymentMethod method, Money amount) {}
}
