package org.guildhall.cashback;

import jakarta.validation.constraints.NotNull;
import org.guildhall.kernel.MemberId;

/** Bind a customer to who recommended them. */
public record Recommend(@NotNull MemberId customer, @NotNull MemberId promoter) {}
