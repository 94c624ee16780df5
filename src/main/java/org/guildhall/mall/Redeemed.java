package org.guildhall.mall;

import org.jspecify.annotations.Nullable;

/**
 * A redemption with its pick-up code, which is shown here and never again: {@code code} is absent when the key was known and
 * nothing was placed now ({@code replayed}).
 */
public record Redeemed(RedemptionView redemption, @Nullable String code, boolean replayed) {}
