package org.guildhall.cashback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** End it, for a reason. */
public record EndPromoter(@NotBlank @Size(max = 300) String reason) {}
