package org.guildhall.checkout;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.guildhall.kernel.Money;

/** The figures a quote gave; a checkout is refused when they are no longer the same. */
public record Expected(
        @NotNull Money discount,
        @NotNull Money benefitAmount,
        @NotNull Money couponAmount,
        @PositiveOrZero long points,
        @NotNull Money pointsAmount,
        @NotNull Money stored,
        @NotNull Money due) {}
