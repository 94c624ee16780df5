package org.guildhall.adjustments;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Takes back what a grant gave, by a rule for what members no longer have. */
public record UndoGrant(
        @NotNull Missing missing, @NotBlank @Size(max = 200) String reason) {

    /** What becomes of what is no longer there. */
    @Schema(enumAsRef = true, name = "MissingOfGrant")
    public enum Missing {
        /** The member owes it; what comes in later pays it first. */
        @JsonProperty("debt")
        DEBT,
        /** What is left is taken back, and the company bears the rest. */
        @JsonProperty("loss")
        LOSS
    }
}
