package org.guildhall.mall;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A reward as it stands: what it is, what it costs whom, and how many pieces there are. */
public record RewardView(
        UUID id, State state, RewardDetails details, StockView stock, int revision, Instant changedAt) {

    /** Whether it can be redeemed. */
    @Schema(name = "RewardState", enumAsRef = true)
    public enum State {
        /** Being prepared; nobody can redeem it. */
        @JsonProperty("draft")
        DRAFT,
        /** Can be redeemed on its days while there are pieces. */
        @JsonProperty("on-sale")
        ON_SALE,
        /** No longer; what was ordered can still be picked up. */
        @JsonProperty("off")
        OFF;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads the code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** What sort of thing it is. */
    @Schema(name = "RewardKind", enumAsRef = true)
    public enum Kind {
        /** A thing handed out. */
        @JsonProperty("goods")
        GOODS,
        /** A service rendered. */
        @JsonProperty("service")
        SERVICE;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Pieces: what came in is what is available, held for orders or gone. */
    public record StockView(long received, long available, long held, long gone) {}
}
