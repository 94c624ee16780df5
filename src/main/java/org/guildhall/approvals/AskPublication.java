package org.guildhall.approvals;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Asks for a policy's draft, as seen at a revision, to be published from a day on. */
public record AskPublication(
        @NotBlank @Size(max = 60) String policy,
        @Min(1) int revision,
        @NotNull LocalDate effectiveFrom,
        @NotBlank @Size(max = 1000) String reason) {}
