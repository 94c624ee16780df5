package org.guildhall.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How an attempt ended. */
@Schema(name = "MessageOutcome", enumAsRef = true)
public enum Outcome {
    /** Accepted. */
    @JsonProperty("sent")
    SENT,
    /** Not now; it is tried again. */
    @JsonProperty("transient")
    TRANSIENT,
    /** Refused for good. */
    @JsonProperty("permanent")
    PERMANENT,
    /** Nobody knows: the process ended, or was silent too long, between sending and noting it. */
    @JsonProperty("unknown")
    UNKNOWN;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static Outcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
