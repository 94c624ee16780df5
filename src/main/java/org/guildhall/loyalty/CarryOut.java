package org.guildhall.loyalty;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what is due.
 *
 * @param asset of which lots expire; points when absent, of no matter for other runs
 * @param through through which day, at the latest today; warnings are always those of today
 */
public record CarryOut(
        @NotNull RunQuery.Kind kind,
        @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String asset,
        @NotNull LocalDate through) {}
