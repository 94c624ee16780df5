package org.guildhall.coupons;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.guildhall.kernel.UnitId;

/** Keeps a coupon for a store for so many minutes; there it can be used, nowhere else. */
public record LockCoupon(
        @NotNull UnitId store, @Min(1) @Max(1440) int minutes) {}
