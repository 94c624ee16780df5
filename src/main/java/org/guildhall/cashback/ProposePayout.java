package org.guildhall.cashback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Propose to pay out what is due.
 *
 * @param month any day of the month it is for; the month is over
 */
public record ProposePayout(
        @NotNull LocalDate month, @NotBlank @Size(max = 300) String reason) {}
