package org.guildhall.loyalty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Undoes a run.
 *
 * @param until the new day: on which lots expire that are given back, or on which postponed reviews are held
 */
public record UndoRun(
        @NotNull LocalDate until, @NotBlank @Size(max = 500) String reason) {}
