package org.guildhall.mall;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of a reward's stock. */
public record StockMovement(
        UUID id,
        Kind kind,
        long quantity,
        @Nullable UUID order,
        @Nullable String reason,
        String actor,
        Instant recordedAt) {

    /** What sort of change. */
    @Schema(name = "StockMovementKind", enumAsRef = true)
    public enum Kind {
        /** Pieces came in. */
        @JsonProperty("received")
        RECEIVED,
        /** A count was put right, up or down. */
        @JsonProperty("corrected")
        CORRECTED,
        /** Pieces are kept for an order. */
        @JsonProperty("held")
        HELD,
        /** An order gave its pieces back. */
        @JsonProperty("released")
        RELEASED,
        /** An order's pieces were handed out. */
        @JsonProperty("fulfilled")
        FULFILLED,
        /** Pieces handed out came back. */
        @JsonProperty("returned")
        RETURNED;

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
