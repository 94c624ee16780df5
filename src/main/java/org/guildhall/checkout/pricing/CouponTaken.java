package org.guildhall.checkout.pricing;

import java.util.List;
import org.guildhall.coupons.PresentedCoupon;
import org.guildhall.kernel.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What became of a coupon that was shown: what it took, of which lines, or why nothing.
 *
 * @param known the coupon, if it applies
 * @param shares what it took of each line, in their order; absent for lines it does not apply to, and nothing if it does not
 */
public record CouponTaken(
        String code,
        PresentedCoupon.@Nullable Known known,
        @Nullable String gift,
        List<@Nullable Long> shares,
        Explanation why) {

    /** Whether it is used. */
    public boolean applies() {
        return known != null;
    }

    /** Of all lines. */
    public long amount() {
        return shares.stream().mapToLong(share -> share == null ? 0 : share).sum();
    }
}
