package org.guildhall.prepaid;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Freezes, unfreezes or undoes, for a reason. */
public record Because(@NotBlank @Size(max = 300) String reason) {}
