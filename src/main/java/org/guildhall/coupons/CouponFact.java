package org.guildhall.coupons;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One step of a coupon's life.
 *
 * @param member whose it was then
 * @param from who passed it on
 * @param about the issue, checkout or return it belongs to
 * @param amount what it took off
 */
@Schema(name = "CouponFact")
public record CouponFact(
        int step,
        Kind kind,
        MemberId member,
        @Nullable MemberId from,
        @Nullable UnitId store,
        @Nullable UUID about,
        @Nullable Money amount,
        @Nullable String reason,
        Instant occurredAt,
        String actor) {

    /** What happened. */
    @Schema(name = "CouponFactKind", enumAsRef = true)
    public enum Kind {
        /** It was issued. */
        @JsonProperty("issued")
        ISSUED,
        /** It was kept for a store. */
        @JsonProperty("locked")
        LOCKED,
        /** It is free again. */
        @JsonProperty("released")
        RELEASED,
        /** It was used. */
        @JsonProperty("used")
        USED,
        /** What it was used for came back. */
        @JsonProperty("returned")
        RETURNED,
        /** It was taken away. */
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /** It passed to another member. */
        @JsonProperty("transferred")
        TRANSFERRED;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
