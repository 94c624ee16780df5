package org.guildhall.messages;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** Shows what texts would make of the reason's sample facts, for a real member or a made-up one. */
public record PreviewTemplate(
        @NotBlank @Size(max = 100) String reason,
        @NotNull Purpose purpose,
        @NotNull Channel channel,
        @NotEmpty @Size(max = 3) List<@NotNull @Valid TemplateText> texts,
        @Nullable MemberId member) {

    /** Copies. */
    public PreviewTemplate {
        texts = texts == null ? List.of() : List.copyOf(texts);
    }
}
