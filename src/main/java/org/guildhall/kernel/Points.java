package org.guildhall.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A whole number of points (or of growth value); exact, may be negative as a change; a scalar in JSON. */
public record Points(@JsonValue long value) implements Comparable<Points> {

    /** No points. */
    public static final Points ZERO = new Points(0);

    /** Reads the JSON scalar. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Points of(long value) {
        return value == 0 ? ZERO : new Points(value);
    }

    /** The sum; overflow is an {@link ArithmeticException}. */
    public Points plus(Points other) {
        return of(Math.addExact(value, other.value));
    }

    /** The difference; overflow is an {@link ArithmeticException}. */
    public Points minus(Points other) {
        return of(Math.subtractExact(value, other.value));
    }

    /** The opposite change. */
    public Points negated() {
        return of(Math.negateExact(value));
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(value, other.value);
    }
}
