package org.guildhall.lottery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Cancels a draw whose prize cannot be given, for a reason. */
public record CancelDraw(@NotBlank @Size(max = 300) String reason) {}
