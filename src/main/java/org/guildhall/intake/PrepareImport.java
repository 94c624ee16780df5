package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Confirm or change how a file is read, mapped and cleaned; without a layout the detected one stays. */
@Schema(name = "PrepareImport")
public record PrepareImport(
        @NotNull ImportKind kind,
        @Nullable @Valid Layout layout,
        @NotNull @Valid Mapping mapping,
        @NotNull @Valid ImportSettings settings) {}
