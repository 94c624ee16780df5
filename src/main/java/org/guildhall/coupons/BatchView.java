package org.guildhall.coupons;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it stands: its terms, and how many of its coupons are where.
 *
 * @param revision of its terms
 * @param version counts changes and moves; what either has to name as expected
 */
@Schema(name = "CouponBatch")
public record BatchView(
        UUID id, State state, BatchDetails details, Counts counts, int revision, int version, Instant changedAt) {

    /** Whether coupons are issued. */
    @Schema(name = "CouponBatchState", enumAsRef = true)
    public enum State {
        /** Being prepared. */
        @JsonProperty("draft")
        DRAFT,
        /** Coupons can be issued. */
        @JsonProperty("open")
        OPEN,
        /** No more are issued; those issued stay what they are. */
        @JsonProperty("closed")
        CLOSED;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * How many coupons are where today.
     *
     * @param open issued or locked, and not expired
     * @param cost what the used ones took off; absent while none did
     */
    @Schema(name = "CouponCounts")
    public record Counts(
            long issued,
            long open,
            long used,
            long expired,
            long withdrawn,
            long left,
            @Nullable Money cost) {}
}
