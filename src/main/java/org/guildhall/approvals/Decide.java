package org.guildhall.approvals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Decides on a request as seen at a revision; a no and a return say why. */
public record Decide(
        @Min(1) int revision,
        @NotNull Verdict verdict,
        @Nullable @Size(max = 1000) String comment) {

    /** What is said. */
    @Schema(enumAsRef = true)
    public enum Verdict {
        /** Yes. */
        @JsonProperty("approve")
        APPROVE,
        /** No, for good. */
        @JsonProperty("reject")
        REJECT,
        /** Not like this: back to the one who asked. */
        @JsonProperty("return")
        RETURN
    }

    /** Refused where a no has no reason. */
    public void requireReason() {
        if (verdict != Verdict.APPROVE && text().isEmpty()) {
            throw InvalidInput.of("comment", comment, "required");
        }
    }

    /** The comment, empty when there is none. */
    String text() {
        return comment == null ? "" : comment.strip();
    }
}
