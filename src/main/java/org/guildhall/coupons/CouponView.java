package org.guildhall.coupons;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as it stands today, under the terms it was issued under.
 *
 * @param transfersLeft how often it may still pass to another member
 * @param reason why it was issued
 */
@Schema(name = "Coupon")
public record CouponView(
        UUID id,
        String code,
        MemberId member,
        Batch batch,
        State state,
        LocalDate firstDay,
        LocalDate lastDay,
        int transfersLeft,
        @Nullable Lock lock,
        @Nullable Use use,
        String reason,
        Instant issuedAt) {

    /** Where it comes from. */
    @Schema(name = "CouponOfBatch")
    public record Batch(UUID id, String code, int revision, BatchDetails details) {}

    /** Kept for a store until an instant. */
    @Schema(name = "CouponLock")
    public record Lock(UnitId store, Instant until) {}

    /**
     * How it was used.
     *
     * @param about the checkout, or the handing over of a gift
     * @param amount what it took off; absent for a gift handed over by itself
     */
    @Schema(name = "CouponUse")
    public record Use(UUID about, UnitId store, @Nullable Money amount, Instant at) {}

    /** Where it stands. */
    @Schema(name = "CouponState", enumAsRef = true)
    public enum State {
        /** Can be used on its days. */
        @JsonProperty("issued")
        ISSUED,
        /** Kept for one store for a while. */
        @JsonProperty("locked")
        LOCKED,
        /** Used. */
        @JsonProperty("used")
        USED,
        /** Its last day is over. */
        @JsonProperty("expired")
        EXPIRED,
        /** Taken away from the member. */
        @JsonProperty("withdrawn")
        WITHDRAWN;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
