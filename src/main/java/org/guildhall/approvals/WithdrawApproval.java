package org.guildhall.approvals;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Takes the own request back. */
public record WithdrawApproval(
        @Min(1) int revision, @NotBlank @Size(max = 1000) String reason) {}
