package org.guildhall.prepaid;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** What was done to a stored-value account. */
@Schema(enumAsRef = true)
public enum MovementKind {
    /** Money came in, with its bonus. */
    @JsonProperty("top-up")
    TOP_UP,
    /** Something was paid. */
    @JsonProperty("payment")
    PAYMENT,
    /** A payment was set aside. */
    @JsonProperty("lock")
    LOCK,
    /** What was set aside was paid. */
    @JsonProperty("use")
    USE,
    /** What was set aside went back. */
    @JsonProperty("release")
    RELEASE,
    /** A payment came back, in whole or part. */
    @JsonProperty("return")
    RETURN,
    /** Money went back to the member. */
    @JsonProperty("refund")
    REFUND,
    /** Went to another member. */
    @JsonProperty("transfer-out")
    TRANSFER_OUT,
    /** Came from another member. */
    @JsonProperty("transfer-in")
    TRANSFER_IN,
    /** Nothing may move from here on. */
    @JsonProperty("freeze")
    FREEZE,
    /** It may move again. */
    @JsonProperty("unfreeze")
    UNFREEZE,
    /** Another movement was undone. */
    @JsonProperty("undo")
    UNDO;

    /** The code in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the code. */
    public static MovementKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
