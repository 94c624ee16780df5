package org.guildhall.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a background job. */
public record JobId(@JsonValue UUID value) {

    /** Reads the JSON or path form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JobId of(UUID value) {
        return new JobId(value);
    }

    /** Reads the text form of a UUID. */
    public static JobId of(String value) {
        return new JobId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
