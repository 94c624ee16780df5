package org.guildhall.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A template with the version that makes new messages.
 *
 * @param planned messages of it that wait
 */
@Schema(name = "MessageTemplate")
public record TemplateView(
        String code, String reason, Purpose purpose, Channel channel, boolean retired, Version current, long planned) {

    /** One version; once published it never changes. */
    @Schema(name = "MessageTemplateVersion")
    public record Version(int version, List<TemplateText> texts, String note, Instant publishedAt, String publishedBy) {

        /** Copies. */
        public Version {
            texts = List.copyOf(texts);
        }
    }
}
