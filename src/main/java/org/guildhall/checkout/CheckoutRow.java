package org.guildhall.checkout;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A checkout as lists show it.
 *
 * @param number what is printed on the receipt
 * @param total before any deduction
 * @param paid stored value and payments together
 * @param purchase the purchase that earned points and tier
 */
public record CheckoutRow(
        UUID id,
        String number,
        @Nullable MemberId member,
        UnitId store,
        Money total,
        Money paid,
        State state,
        @Nullable UUID purchase,
        Instant occurredAt,
        String actor) {

    /** How much of it came back. */
    @Schema(name = "CheckoutState", enumAsRef = true)
    public enum State {
        /** Nothing. */
        @JsonProperty("sold")
        SOLD,
        /** A part. */
        @JsonProperty("partly-returned")
        PARTLY_RETURNED,
        /** All of it. */
        @JsonProperty("returned")
        RETURNED
    }
}
