package org.guildhall.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Says what a unit is from a date on: renamed, moved below another, closed or open again. */
public record ChangeUnit(
        int expectedVersion,

        @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9_.-]*")
        String code,

        @NotBlank @Size(max = 100) String name,
        @Nullable UnitId parent,
        boolean open,
        @NotNull LocalDate effectiveFrom) {}
