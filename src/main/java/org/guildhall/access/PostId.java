package org.guildhall.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a post. */
public record PostId(@JsonValue UUID value) {

    /** Reads the JSON or path form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PostId of(UUID value) {
        return new PostId(value);
    }

    /** Reads the text form of a UUID. */
    public static PostId of(String value) {
        return new PostId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
