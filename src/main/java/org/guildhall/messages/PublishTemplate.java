package org.guildhall.messages;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the next version of a template, or the first of a new one. Reason, purpose and channel stay as they were first
 * given.
 *
 * @param name what people call it; absent to leave it the name it has
 * @param expectedVersion the version it follows; 0 for a new template
 * @param note what is new and why
 */
public record PublishTemplate(
        @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,59}")
        String code,

        @Nullable @Size(max = 60) String name,
        @NotBlank @Size(max = 100) String reason,
        @NotNull Purpose purpose,
        @NotNull Channel channel,
        @NotEmpty @Size(max = 3) List<@NotNull @Valid TemplateText> texts,
        @Min(0) int expectedVersion,
        @NotBlank @Size(max = 300) String note) {

    /** Copies. */
    public PublishTemplate {
        name = name == null || name.isBlank() ? null : name.strip();
        texts = texts == null ? List.of() : List.copyOf(texts);
    }
}
