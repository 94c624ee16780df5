package org.guildhall.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a file made for somebody. */
public record DownloadId(@JsonValue UUID value) {

    /** Reads the JSON or path form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DownloadId of(UUID value) {
        return new DownloadId(value);
    }

    /** Reads the text form of a UUID. */
    public static DownloadId of(String value) {
        return new DownloadId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
