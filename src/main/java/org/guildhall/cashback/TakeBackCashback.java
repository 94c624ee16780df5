package org.guildhall.cashback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Take a use back, for a reason. */
public record TakeBackCashback(@NotBlank @Size(max = 300) String reason) {}
