package org.guildhall.coupons;

import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Coupons of one kind that members could still use at the end of a day.
 *
 * @param face what they take off at most, where the kind states an amount
 */
public record OpenCoupons(
        CouponKind kind, long coupons, @Nullable Money face) {}
