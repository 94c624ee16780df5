package org.guildhall.coupons;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Withdraws or releases a coupon, for a reason. */
public record EndCoupon(@NotBlank @Size(max = 300) String reason) {}
