package org.guildhall.prepaid;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;

/** Moves so much principal, with its share of bonus, to another member. */
public record Transfer(
        @NotNull MemberId to,
        @NotNull Money amount,
        @NotBlank @Size(max = 300) String reason) {}
