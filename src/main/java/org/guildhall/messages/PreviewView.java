package org.guildhall.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What texts would make, and which rules they break.
 *
 * @param chosen the language the member would get
 */
@Schema(name = "MessagePreview")
public record PreviewView(List<Shown> shown, @Nullable Language chosen, List<Refusal.Field> problems) {

    /**
     * A text as it would be sent.
     *
     * @param parts how many short messages it takes; none for other channels
     */
    @Schema(name = "MessageShown")
    public record Shown(
            Language language,
            @Nullable String subject,
            String body,
            int characters,
            @Nullable Integer parts) {}
}
