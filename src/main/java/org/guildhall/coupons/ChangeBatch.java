package org.guildhall.coupons;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Gives a batch new terms, for the coupons issued from now on, if nobody did since it was read. */
public record ChangeBatch(
        @NotNull @Valid BatchDetails details, @Min(1) int expectedVersion) {}
