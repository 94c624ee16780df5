package org.guildhall.mall;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Cancels a redemption or takes it back, for a reason. */
public record EndRedemption(@NotBlank @Size(max = 300) String reason) {}
