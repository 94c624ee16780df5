package org.guildhall.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How a message reaches its member. */
@Schema(name = "MessageChannel", enumAsRef = true)
public enum Channel {
    /** In the application. */
    @JsonProperty("app")
    APP,
    /** Short message. */
    @JsonProperty("sms")
    SMS,
    /** E-mail. */
    @JsonProperty("email")
    EMAIL;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
