package org.guildhall.approvals;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.StaffId;

/** Hands the tasks that wait for the actor to a colleague. */
public record HandOver(
        @Min(1) int revision,
        @NotNull StaffId to,
        @NotBlank @Size(max = 1000) String comment) {}
