package org.guildhall.messages;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Takes a template out of use, or back into it, for a reason; what is planned with it still goes out. */
public record RetireTemplate(
        boolean retired,
        @Min(1) int expectedVersion,
        @NotBlank @Size(max = 300) String reason) {}
