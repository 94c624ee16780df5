package org.guildhall.cashback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where a rebate stands. */
@Schema(enumAsRef = true)
public enum RebateState {
    /** It waits until the days for returns are over. */
    @JsonProperty("pending")
    PENDING,
    /** It was credited. */
    @JsonProperty("settled")
    SETTLED,
    /** All of it was reversed, before or after it was credited. */
    @JsonProperty("reversed")
    REVERSED;

    /** The code in JSON. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
