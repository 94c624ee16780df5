package org.guildhall.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.guildhall.kernel.Ids;

/**
 * The caller's key of what caused a posting: the same key is the same posting, however often it is sent.
 *
 * <p>At most {@value #LONGEST} characters. The posting's identifier is derived from it.
 */
public record CauseKey(@JsonValue String value) {

    /** The longest key, in characters. */
    public static final int LONGEST = 300;

    public CauseKey {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a cause key has 1 to " + LONGEST + " characters");
        }
    }

    /** Reads the JSON form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CauseKey of(String value) {
        return new CauseKey(value);
    }

    /** The identifier of the posting this key belongs to. */
    public UUID postingId() {
        return Ids.derived(value);
    }
}
