package org.guildhall.coupons;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Opens a batch, or closes it for good. */
public record MoveBatch(
        BatchView.@NotNull State state, @Min(1) int expectedVersion) {}
