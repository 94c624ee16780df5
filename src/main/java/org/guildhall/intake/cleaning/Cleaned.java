package org.guildhall.intake.cleaning;

import org.guildhall.intake.Rule;

/** What cleaning made of a cell: a value, nothing because it was blank, or the rule it breaks. */
public sealed interface Cleaned<T> {

    /** A clean value. */
    record Value<T>(T value) implements Cleaned<T> {}

    /** The cell is blank. */
    record Blank<T>() implements Cleaned<T> {}

    /** The cell breaks a rule. */
    record Bad<T>(Rule rule) implements Cleaned<T> {}

    /** A clean value. */
    static <T> Cleaned<T> value(T value) {
        return new Value<>(value);
    }

    /** A blank cell. */
    static <T> Cleaned<T> blank() {
        return new Blank<>();
    }

    /** A broken rule. */
    static <T> Cleaned<T> bad(Rule rule) {
        return new Bad<>(rule);
    }
}
