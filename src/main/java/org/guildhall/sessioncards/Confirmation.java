package org.guildhall.sessioncards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How a member confirmed that a session was used, as whoever recorded the use says. */
@Schema(name = "SessionUseConfirmation", enumAsRef = true)
public enum Confirmation {
    /** By signing. */
    @JsonProperty("signature")
    SIGNATURE,
    /** By showing the member's code. */
    @JsonProperty("code")
    CODE,
    /** By word, face to face. */
    @JsonProperty("in-person")
    IN_PERSON;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static Confirmation of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
