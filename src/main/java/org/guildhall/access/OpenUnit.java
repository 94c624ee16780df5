package org.guildhall.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Opens a unit below another (only a company stands alone) from a date on. */
public record OpenUnit(
        @NotNull UnitKind kind,

        @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9_.-]*")
        String code,

        @NotBlank @Size(max = 100) String name,
        @Nullable UnitId parent,
        @NotNull LocalDate effectiveFrom) {}
