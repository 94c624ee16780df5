package org.guildhall.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a staff member. */
public record StaffId(@JsonValue UUID value) implements Comparable<StaffId> {

    /** Reads the JSON or path form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StaffId of(UUID value) {
        return new StaffId(value);
    }

    /** Reads the text form of a UUID. */
    public static StaffId of(String value) {
        return new StaffId(UUID.fromString(value));
    }

    @Override
    public int compareTo(StaffId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
