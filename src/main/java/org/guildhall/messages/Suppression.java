package org.guildhall.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** Why a message was not sent. */
@Schema(name = "MessageSuppression", enumAsRef = true)
public enum Suppression {
    /** The person was erased. */
    @JsonProperty("erased")
    ERASED,
    /** The membership's status does not allow it. */
    @JsonProperty("status")
    STATUS,
    /** The member wears a tag that bars messages. */
    @JsonProperty("barred")
    BARRED,
    /** The member did not agree to advertising by this channel. */
    @JsonProperty("no-consent")
    NO_CONSENT,
    /** No mobile or address is known. */
    @JsonProperty("no-address")
    NO_ADDRESS,
    /** What it tells of is over. */
    @JsonProperty("too-late")
    TOO_LATE;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static Suppression of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
