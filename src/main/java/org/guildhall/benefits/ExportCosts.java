package org.guildhall.benefits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.access.FileRequest;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;

/** Takes what benefits cost out as a file, for a reason; headings in the language given (zh-CN unless told otherwise). */
public record ExportCosts(
        @NotNull @Valid CostQuery query,
        Sheets.@NotNull Format format,
        @NotBlank @Size(max = 300) String reason,
        @Nullable String language)
        implements FileRequest {}
