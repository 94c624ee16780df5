package org.guildhall.cashback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** Where a payout stands. */
@Schema(enumAsRef = true)
public enum PayoutState {
    /** It waits for somebody's yes. */
    @JsonProperty("asked")
    ASKED,
    /** It was approved and booked. */
    @JsonProperty("paid")
    PAID,
    /** It was rejected or withdrawn, or another was proposed after it was sent back; nothing was booked. */
    @JsonProperty("dropped")
    DROPPED;

    /** The code in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a code. */
    public static PayoutState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
