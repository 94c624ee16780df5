package org.guildhall.coupons;

import jakarta.validation.constraints.NotNull;
import org.guildhall.kernel.UnitId;

/** Hands the gift of a coupon over at a store, without a purchase. */
public record HandOverGift(@NotNull UnitId store) {}
