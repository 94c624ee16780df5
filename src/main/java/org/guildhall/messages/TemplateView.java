package org.guildhall.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template with the version that makes new messages.
 *
 * @param name what people call it; absent until somebody gives it a name
 * @param planned messages of it that wait
 */
@Schema(name = "MessageTemplate")
public record TemplateView(
        String code,
        @Nullable String name,
        String reason,
        Purpose purpose,
        Channel channel,
        boolean retired,
        Version current,
        long planned) {

    /** One version; once published it never changes. */
    @Schema(name = "MessageTemplateVersion")
    public record Version(int version, List<TemplateText> texts, String note, Instant publishedAt, String publishedBy) {

        /** Copies. */
        public Version {
            texts = List.copyOf(texts);
        }
    }
}
