package org.guildhall.checkout.pricing;

import org.jspecify.annotations.Nullable;

/** A line to be priced; the amount is in the smallest unit. */
public record Item(
        int number, @Nullable String product, @Nullable String category, long quantity, long amount) {}
