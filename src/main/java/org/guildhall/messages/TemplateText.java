package org.guildhall.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A text in one language, with variables as {@code {{points}}}; only e-mail has a subject. */
@Schema(name = "MessageText")
public record TemplateText(
        @NotNull Language language,
        @Nullable @Size(max = 200) String subject,
        @NotBlank @Size(max = 4000) String body) {}
