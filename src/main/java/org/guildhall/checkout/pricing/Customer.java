package org.guildhall.checkout.pricing;

import java.util.List;
import org.guildhall.benefits.CounterDiscount;
import org.guildhall.coupons.PresentedCoupon;
import org.jspecify.annotations.Nullable;

/**
 * What is known of whoever buys when a basket is priced, and what they want to use of it; kept with the checkout.
 *
 * @param known whether it is a member
 * @param points that could be spent
 * @param stored that could be spent, in the smallest unit
 * @param frozen whether stored value may not move
 * @param wantedPoints at most so many
 * @param wantedStored at most so much
 * @param coupons that were shown
 * @param discounts on purchases that the buyer is entitled to by benefits
 * @param wantedBenefit the one with a quota that is to be used
 */
public record Customer(
        boolean known,
        @Nullable String tier,
        long points,
        long stored,
        boolean frozen,
        long wantedPoints,
        long wantedStored,
        List<PresentedCoupon> coupons,
        List<CounterDiscount> discounts,
        @Nullable String wantedBenefit) {

    /** Nobody known. */
    public static final Customer NOBODY = new Customer(false, null, 0, 0, false, 0, 0, List.of(), List.of(), null);

    /** Copies the lists; a buyer kept before there were coupons or benefits had none. */
    public Customer {
        coupons = coupons == null ? List.of() : List.copyOf(coupons);
        discounts = discounts == null ? List.of() : List.copyOf(discounts);
    }
}
