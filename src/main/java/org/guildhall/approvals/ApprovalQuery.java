package org.guildhall.approvals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which requests to list; the inbox unless another box is named. */
public record ApprovalQuery(
        @Nullable Box box,
        @Nullable @Size(max = 60) String kind,
        ApprovalView.@Nullable State state,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** Whose requests. */
    @Schema(name = "ApprovalBox", enumAsRef = true)
    public enum Box {
        /** Those that wait for the actor. */
        @JsonProperty("inbox")
        INBOX,
        /** Those the actor asked. */
        @JsonProperty("asked")
        ASKED,
        /** Those the actor has said something on. */
        @JsonProperty("handled")
        HANDLED,
        /** All; needs {@code approvals.read-all}. */
        @JsonProperty("all")
        ALL
    }
}
