package org.guildhall.policies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Takes back a version before its first day. */
public record WithdrawVersion(@NotBlank @Size(max = 1000) String reason) {}
