package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A checkout in full: what is printed on the receipt.
 *
 * @param pointsEarned what it earned when it was recorded
 */
public record CheckoutView(
        CheckoutRow checkout,
        long points,
        Money discount,
        Money benefitAmount,
        Money couponAmount,
        Money pointsAmount,
        Money stored,
        Money cashback,
        long pointsEarned,
        @Nullable String tier,
        List<Line> lines,
        @Nullable Benefit benefit,
        List<Coupon> coupons,
        List<Payment> payments,
        List<ReturnView> returns) {

    /** One line; {@code paid} is what was left to pay for it after discounts, coupons and points. */
    @Schema(name = "CheckoutLine")
    public record Line(
            int line,
            @Nullable String product,
            @Nullable String category,
            long quantityMilli,
            Money amount,
            Money discount,
            Money benefitAmount,
            Money couponAmount,
            Money pointsAmount,
            Money paid,
            long returnedMilli) {}

    /**
     * The benefit that was used.
     *
     * @param use the fact in the books of benefits
     * @param clause of the handbook that promises it
     * @param back whether the use was taken back
     */
    @Schema(name = "CheckoutBenefit")
    public record Benefit(UUID use, String benefit, String name, String clause, boolean back) {}

    /**
     * A coupon that was used.
     *
     * @param gift what was handed over for it
     * @param back whether it went back to the member
     */
    @Schema(name = "CheckoutCoupon")
    public record Coupon(
            UUID coupon,
            String code,
            String name,
            Money amount,
            @Nullable String gift,
            boolean back) {}

    /** Money taken in. */
    @Schema(name = "CheckoutPayment")
    public record Payment(
            PaymentMethod method,
            Money amount,
            Money back,
            @Nullable String reference) {}
}
