package org.guildhall.loyalty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.access.FileRequest;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;

/** Takes the figures of a simulation out as a file, for a reason; in the language given (zh-CN unless told otherwise). */
public record ExportSimulation(
        Sheets.@NotNull Format format,
        @NotBlank @Size(max = 300) String reason,
        @Nullable @Size(max = 20) String language)
        implements FileRequest {}
