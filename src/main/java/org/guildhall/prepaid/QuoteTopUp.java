package org.guildhall.prepaid;

import jakarta.validation.constraints.NotNull;
import org.guildhall.kernel.Money;

/** Asks what a top-up of so much would bring. */
public record QuoteTopUp(@NotNull Money amount) {}
