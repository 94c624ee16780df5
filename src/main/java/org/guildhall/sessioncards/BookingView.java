package org.guildhall.sessioncards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A session that is to take place, or was.
 *
 * @param endsAt exclusive
 * @param freeUntil until when it is moved or cancelled freely, under the rules of the booked day
 */
@Schema(name = "SessionBooking")
public record BookingView(
        UUID id,
        MemberId member,
        UUID card,
        UUID service,
        String name,
        UnitId store,
        @Nullable StaffId staff,
        @Nullable String staffName,
        @Nullable UUID place,
        @Nullable String placeName,
        LocalDate day,
        Instant startsAt,
        Instant endsAt,
        State state,
        Instant freeUntil,
        int revision,
        Instant bookedAt,
        String actor) {

    /** What became of it. */
    @Schema(name = "SessionBookingState", enumAsRef = true)
    public enum State {
        /** It is to take place. */
        @JsonProperty("booked")
        BOOKED,
        /** The member came. */
        @JsonProperty("attended")
        ATTENDED,
        /** It was cancelled in time, or by the house. */
        @JsonProperty("cancelled")
        CANCELLED,
        /** The member cancelled it late. */
        @JsonProperty("late-cancelled")
        LATE_CANCELLED,
        /** The member did not come. */
        @JsonProperty("no-show")
        NO_SHOW;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads the code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @Override
        public String toString() {
            return code();
        }
    }
}
