package org.guildhall.lottery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.guildhall.access.FileRequest;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;

/** Takes the published draws of a lottery out as a file, members under their opaque numbers. */
public record ExportProof(
        @NotNull UUID lottery,
        Sheets.@NotNull Format format,
        @NotBlank @Size(max = 300) String reason,
        @Nullable String language)
        implements FileRequest {}
