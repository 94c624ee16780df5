package org.guildhall.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** What a variable holds. */
@Schema(name = "MessageVariableType", enumAsRef = true)
public enum VariableType {
    /** Words. */
    @JsonProperty("text")
    TEXT,
    /** A whole number. */
    @JsonProperty("count")
    COUNT,
    /** An amount of money. */
    @JsonProperty("money")
    MONEY,
    /** A day. */
    @JsonProperty("date")
    DATE,
    /** Amounts, each with its last valid day. */
    @JsonProperty("lots")
    LOTS;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static VariableType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
