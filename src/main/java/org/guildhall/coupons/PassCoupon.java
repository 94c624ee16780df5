package org.guildhall.coupons;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;

/** Passes a coupon on to another member, for a reason. */
public record PassCoupon(
        @NotNull MemberId to, @NotBlank @Size(max = 300) String reason) {}
