package org.guildhall.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** Where a message stands: it waits, or it has its fate. */
@Schema(name = "MessageState", enumAsRef = true)
public enum MessageState {
    /** Waits to be sent. */
    @JsonProperty("planned")
    PLANNED,
    /** Handed to whoever delivers it. */
    @JsonProperty("sent")
    SENT,
    /** Given up, or refused for good. */
    @JsonProperty("failed")
    FAILED,
    /** Must not or cannot be sent. */
    @JsonProperty("suppressed")
    SUPPRESSED,
    /** Somebody called it off. */
    @JsonProperty("cancelled")
    CANCELLED;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static MessageState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
