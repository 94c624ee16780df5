package org.guildhall.sessioncards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is sold.
 *
 * @param items the same as in the details, with names, and the part of the price that is theirs; a session of each counts where the
 *     card is of unlimited use
 * @param sold how many were sold
 */
@Schema(name = "SessionProduct")
public record ProductView(UUID id, State state, ProductDetails details, List<Line> items, long sold, int revision) {

    /** The sessions of one service. */
    @Schema(name = "SessionProductLine")
    public record Line(UUID service, String name, @Nullable Integer sessions, Money listed, Money price) {}

    /** Whether it is sold. */
    @Schema(name = "SessionProductState", enumAsRef = true)
    public enum State {
        /** Being prepared. */
        @JsonProperty("draft")
        DRAFT,
        /** Sold as it stands; no longer changed. */
        @JsonProperty("on-sale")
        ON_SALE,
        /** No longer sold; cards stay good. */
        @JsonProperty("withdrawn")
        WITHDRAWN;

        /** Whether a product goes from this state to the other. */
        public boolean before(State next) {
            return switch (this) {
                case DRAFT -> next != DRAFT;
                case ON_SALE -> next == WITHDRAWN;
                case WITHDRAWN -> false;
            };
        }

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads the code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
