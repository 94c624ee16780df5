package org.guildhall.prepaid;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How money changed hands. */
@Schema(enumAsRef = true)
public enum PaymentMethod {
    /** Notes and coins. */
    @JsonProperty("cash")
    CASH,
    /** Bank transfer. */
    @JsonProperty("transfer")
    TRANSFER,
    /** Bank card. */
    @JsonProperty("card")
    CARD,
    /** Payment code on a phone. */
    @JsonProperty("code")
    CODE;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the code. */
    public static PaymentMethod of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
