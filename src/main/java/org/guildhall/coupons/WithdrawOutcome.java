package org.guildhall.coupons;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one of several withdrawals: done, or refused with a code. */
public record WithdrawOutcome(
        UUID coupon, boolean withdrawn, @Nullable String refusal) {}
