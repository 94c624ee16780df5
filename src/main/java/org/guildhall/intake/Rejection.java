package org.guildhall.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken: where it is in the file, which field, what stood there, which rule it breaks.
 *
 * @param row line of a text file, row of a sheet
 * @param facts what the rule's text needs besides the value
 */
public record Rejection(
        long row, @Nullable ImportField field, @Nullable String value, Rule rule, Map<String, Object> facts) {

    /** The most of a value that is kept. */
    public static final int SHOWN_CHARACTERS = 200;

    /** Cuts the value. */
    public Rejection {
        if (value != null && value.length() > SHOWN_CHARACTERS) {
            value = value.substring(0, SHOWN_CHARACTERS) + "…";
        }
        facts = Map.copyOf(facts);
    }

    /** A rejection without facts. */
    public static Rejection of(long row, @Nullable ImportField field, @Nullable String value, Rule rule) {
        return new Rejection(row, field, value, rule, Map.of());
    }
}
