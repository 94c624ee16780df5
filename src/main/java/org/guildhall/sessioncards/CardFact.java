package org.guildhall.sessioncards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a card.
 *
 * @param name of the service, or of the card where the whole is meant
 * @param used by how much the used sessions changed
 * @param held by how much the sessions kept for bookings changed
 * @param givenBack by how much the refunded sessions changed
 * @param worth by how much the used part of the price changed
 * @param money what was paid, or paid back (negative)
 * @param reversed whether a later fact gave the session back
 * @param startsAt the booked time
 * @param lastDay the card's last day from then on
 * @param actorName what whoever recorded it is called, where it was a person
 * @param confirmed how the member confirmed a use, booked or not
 */
@Schema(name = "SessionCardFact")
public record CardFact(
        UUID id,
        Kind kind,
        @Nullable UUID service,
        String name,
        int used,
        int held,
        int givenBack,
        Money worth,
        @Nullable Money money,
        boolean reversed,
        @Nullable UnitId store,
        @Nullable StaffId staff,
        @Nullable String staffName,
        @Nullable Instant startsAt,
        @Nullable LocalDate lastDay,
        @Nullable String reason,
        @Nullable Confirmation confirmed,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        @Nullable String actorName) {

    /** What it was. */
    @Schema(name = "SessionCardFactKind", enumAsRef = true)
    public enum Kind {
        /** The card was sold. */
        @JsonProperty("sold")
        SOLD,
        /** A session was used without a booking. */
        @JsonProperty("used")
        USED,
        /** A session was booked and is kept. */
        @JsonProperty("booked")
        BOOKED,
        /** The booking was moved. */
        @JsonProperty("rescheduled")
        RESCHEDULED,
        /** The booking was cancelled; the session is free again. */
        @JsonProperty("cancelled")
        CANCELLED,
        /** The booking was cancelled late. */
        @JsonProperty("late-cancelled")
        LATE_CANCELLED,
        /** The member came. */
        @JsonProperty("attended")
        ATTENDED,
        /** The member did not come. */
        @JsonProperty("no-show")
        NO_SHOW,
        /** A used session was given back to the card. */
        @JsonProperty("reversed")
        REVERSED,
        /** The last day was moved. */
        @JsonProperty("extended")
        EXTENDED,
        /** The card had ended with sessions left and is good again. */
        @JsonProperty("reactivated")
        REACTIVATED,
        /** That it was good again was taken back. */
        @JsonProperty("deactivated")
        DEACTIVATED,
        /** What was left was paid back. */
        @JsonProperty("refunded")
        REFUNDED,
        /** The sessions left went with a refund. */
        @JsonProperty("closed")
        CLOSED;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads the code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
