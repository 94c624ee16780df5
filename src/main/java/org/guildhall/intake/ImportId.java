package org.guildhall.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an import; members and purchases know it as their batch. */
public record ImportId(@JsonValue UUID value) {

    /** Reads the JSON or path form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ImportId of(UUID value) {
        return new ImportId(value);
    }

    /** Reads the text form of a UUID. */
    public static ImportId of(String value) {
        return new ImportId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
