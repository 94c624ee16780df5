package org.guildhall.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message with its text as the reader may see it, and every attempt.
 *
 * @param text absent once the member was erased
 * @param facts what the text tells
 */
public record MessageDetail(
        MessageView message, PreviewView.@Nullable Shown text, Map<String, Object> facts, List<Attempt> attempts) {

    /** One attempt to send. */
    @Schema(name = "MessageAttempt")
    public record Attempt(
            int number,
            Instant at,
            String adapter,
            Outcome outcome,
            @Nullable String code,
            @Nullable String detail) {}
}
