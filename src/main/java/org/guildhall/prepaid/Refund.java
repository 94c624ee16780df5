package org.guildhall.prepaid;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Refunds what was asked, if it is still the amount that was quoted. */
public record Refund(
        @NotNull @Valid QuoteRefund asked,
        @NotNull Money expected,
        @NotNull PaymentMethod method,
        @Nullable UnitId store,
        @NotBlank @Size(max = 300) String reason) {}
