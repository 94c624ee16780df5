package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a basket costs now. Nothing is booked.
 *
 * @param tier the buyer's tier
 * @param due what remains after the deductions
 * @param cashback what of it is paid with cashback
 * @param mostCashback the most of it the buyer could pay with cashback
 * @param payable what remains to be paid in cash, by transfer, card or code
 * @param benefits the discounts the buyer is entitled to by benefits, with why they are or are not used
 * @param coupons those that were shown, in the order in which they were taken
 * @param deductions every possible one, in the order in which they are made, with why it was or was not applied
 */
@Schema(name = "CheckoutQuote")
public record Quote(
        @Nullable String tier,
        Expected expected,
        Money total,
        Money due,
        Money cashback,
        Money mostCashback,
        Money payable,
        List<Line> lines,
        List<Deducted> deductions,
        List<Benefit> benefits,
        List<Coupon> coupons,
        Explanation why) {

    /** One line with its share of each deduction; {@code paid} is what is left to pay for it. */
    @Schema(name = "QuotedLine")
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
            Money paid) {}

    /**
     * A discount the buyer is entitled to.
     *
     * @param clause of the handbook that promises it
     * @param left how often it may still be used; absent without a quota
     * @param amount what it takes off, or would if it were asked for
     */
    @Schema(name = "QuotedBenefit")
    public record Benefit(
            String benefit,
            String name,
            String clause,
            @Nullable Integer left,
            boolean applied,
            Money amount,
            Explanation why) {}

    /** A coupon that was shown: what it takes off or what is handed over for it, or why it is not used. */
    @Schema(name = "QuotedCoupon")
    public record Coupon(
            String code,
            @Nullable String name,
            boolean applied,
            Money amount,
            @Nullable String gift,
            Explanation why) {}

    /**
     * A possible deduction.
     *
     * @param points points it takes
     * @param most the most it could take here, as money
     * @param mostPoints the most points it could take here
     */
    @Schema(name = "QuotedDeduction")
    public record Deducted(
            CheckoutPolicy.Deduction kind, Money amount, long points, Money most, long mostPoints, Explanation why) {}
}
