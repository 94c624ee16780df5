package org.guildhall.benefits;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Takes a plan or a personal benefit away, from now on. */
public record EndGrant(@NotBlank @Size(max = 300) String reason) {}
