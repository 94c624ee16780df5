package org.guildhall.coupons;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a coupon offers at the counter: its benefit, the lines in its scope, and how it goes with others. */
public record CouponOffer(
        Benefit benefit, List<String> categories, List<String> products, boolean exclusive, int place) {

    /** Whether a line is in its scope. */
    public boolean covers(@Nullable String category, @Nullable String product) {
        return (categories.isEmpty() && products.isEmpty())
                || (category != null && categories.contains(category))
                || (product != null && products.contains(product));
    }
}
