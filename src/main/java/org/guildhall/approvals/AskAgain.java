package org.guildhall.approvals;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Asks a returned request again, saying what is different now. */
public record AskAgain(
        @Min(1) int revision, @NotBlank @Size(max = 1000) String reason) {}
