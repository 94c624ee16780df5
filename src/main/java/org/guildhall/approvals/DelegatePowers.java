package org.guildhall.approvals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.kernel.StaffId;

/** Lends the own powers to decide to a colleague, from a first to a last day. */
public record DelegatePowers(
        @NotNull StaffId to,
        @NotNull LocalDate firstDay,
        @NotNull LocalDate lastDay,
        @NotBlank @Size(max = 200) String reason) {}
