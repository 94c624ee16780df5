package org.guildhall.sessioncards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Cancels a booking before its start. What the house cancels never takes a session. */
@Schema(name = "CancelSessionBooking")
public record CancelBooking(
        @NotNull By by, @NotBlank @Size(max = 300) String reason) {

    /** Who calls it off. */
    @Schema(name = "SessionBookingCancelledBy", enumAsRef = true)
    public enum By {
        /** The member. */
        @JsonProperty("member")
        MEMBER,
        /** The house. */
        @JsonProperty("house")
        HOUSE
    }
}
