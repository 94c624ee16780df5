package org.guildhall.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Corrects a staff member's file, or records the first day on which the person no longer works here. A contact that is not given
 * stays as it is; a blank one goes.
 */
public record ChangeStaff(
        int expectedVersion,
        @NotBlank @Size(max = 100) String name,
        @Nullable @Size(max = 100) String contact,
        @Nullable LocalDate leftOn) {}
