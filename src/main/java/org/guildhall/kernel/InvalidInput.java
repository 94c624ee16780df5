package org.guildhall.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input breaks rules of its fields; lists each field with the value, the rule and the facts of the remedy. */
public record InvalidInput(List<Refusal.Field> fields) implements Refusal.Reason {

    /** One broken field. */
    public static Refusal of(String field, @Nullable Object value, String rule) {
        return Refusal.of(new InvalidInput(List.of(new Refusal.Field(field, value, rule))));
    }

    /** The value of a field that must be given. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw of(field, null, "required");
        }
        return value;
    }

    @Override
    public Refusal.Kind kind() {
        return Refusal.Kind.INVALID;
    }
}
