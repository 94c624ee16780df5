package org.guildhall.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a member; the key by which every member-owned row could be distributed. */
public record MemberId(@JsonValue UUID value) implements Comparable<MemberId> {

    /** Reads the JSON or path form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MemberId of(UUID value) {
        return new MemberId(value);
    }

    /** Reads the text form of a UUID. */
    public static MemberId of(String value) {
        return new MemberId(UUID.fromString(value));
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
