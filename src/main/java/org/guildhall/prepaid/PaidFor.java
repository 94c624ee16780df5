package org.guildhall.prepaid;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** What money at a store was taken for, or given back for. */
@Schema(enumAsRef = true)
public enum PaidFor {
    /** A basket at the counter. */
    @JsonProperty("checkout")
    CHECKOUT,
    /** A session card. */
    @JsonProperty("session-card")
    SESSION_CARD,
    /** Stored value. */
    @JsonProperty("stored-value")
    STORED_VALUE,
    /** A reward that costs money beside its points. */
    @JsonProperty("redemption")
    REDEMPTION;

    /** The code in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static PaidFor of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
