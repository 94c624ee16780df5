package org.guildhall.finance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Closes a month or opens it again.
 *
 * @param month its first day
 * @param reason why, for those who look at the books later
 */
public record ChangePeriod(
        @NotNull LocalDate month, @NotBlank @Size(max = 300) String reason) {}
