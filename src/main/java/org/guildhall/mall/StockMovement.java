package org.guildhall.mall;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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
        RECEIVED,
        /** A count was put right, up or down. */
        CORRECTED,
        /** Pieces are kept for an order. */
        HELD,
        /** An order gave its pieces back. */
        RELEASED,
        /** An order's pieces were handed out. */
        FULFILLED,
        /** Pieces handed out came back. */
        RETURNED;

        /** The code in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the code. */
        @JsonCreator
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
