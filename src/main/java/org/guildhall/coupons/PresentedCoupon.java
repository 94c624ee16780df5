package org.guildhall.coupons;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A coupon as it is shown at the counter: what it offers, or why it cannot be used here and now. */
public record PresentedCoupon(
        String code, @Nullable Known known, @Nullable Hindrance hindrance) {

    /** A coupon of the buyer's. */
    public record Known(java.util.UUID id, String name, LocalDate lastDay, CouponOffer offer) {}

    /** Why not: a word of the explanation, and its facts. */
    public record Hindrance(String code, Map<String, String> facts) {}

    /** Its place in the stated order; those that cannot be used come last. */
    public int place() {
        return known == null ? Integer.MAX_VALUE : known.offer().place();
    }
}
