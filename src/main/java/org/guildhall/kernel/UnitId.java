package org.guildhall.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an organisation unit: company, region, branch, store, department or group. */
public record UnitId(@JsonValue UUID value) implements Comparable<UnitId> {

    /** Reads the JSON or path form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnitId of(UUID value) {
        return new UnitId(value);
    }

    /** Reads the text form of a UUID. */
    public static UnitId of(String value) {
        return new UnitId(UUID.fromString(value));
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
