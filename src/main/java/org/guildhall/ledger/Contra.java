package org.guildhall.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** The programme account on the other side of an entry. */
@Schema(enumAsRef = true)
public enum Contra {
    /** Where granted value comes from and clawed-back value returns to. */
    ISSUED,
    /** Where value goes that members spend. */
    REDEEMED,
    /** Where value goes that staff takes off an account. */
    ADJUSTED,
    /** Where value goes that nobody used in time. */
    EXPIRED,
    /** Bears claw-backs that no longer found their value. */
    LOST,
    /** Keeps value that is on hold for a redemption under way. */
    HELD;

    /** The code in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the code. */
    @JsonCreator
    public static Contra of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
