package org.guildhall.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** What a message is for; advertising needs the member's consent. */
@Schema(name = "MessagePurpose", enumAsRef = true)
public enum Purpose {
    /** Tells the member what concerns the membership. */
    @JsonProperty("service")
    SERVICE,
    /** Advertises. */
    @JsonProperty("marketing")
    MARKETING;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static Purpose of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
