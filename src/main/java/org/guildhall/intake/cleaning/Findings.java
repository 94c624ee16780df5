package org.guildhall.intake.cleaning;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.jspecify.annotations.Nullable;

/** Collects the broken rules of one row while its cells are read. */
final class Findings {

    private final long row;
    private @Nullable List<Rejection> rejections;

    Findings(long row) {
        this.row = row;
    }

    void add(@Nullable ImportField field, String value, Rule rule) {
        if (rejections == null) {
            rejections = new ArrayList<>();
        }
        rejections.add(Rejection.of(row, field, value, rule));
    }

    /** The clean value, or null when the cell is blank or bad; a bad one is noted. */
    <T> @Nullable T take(ImportField field, String raw, Cleaned<T> cleaned) {
        return switch (cleaned) {
            case Cleaned.Value<T>(T value) -> value;
            case Cleaned.Blank<T>() -> null;
            case Cleaned.Bad<T>(Rule rule) -> {
                add(field, raw, rule);
                yield null;
            }
        };
    }

    /** The clean value; a blank cell is noted as well. */
    <T> @Nullable T need(ImportField field, String raw, Cleaned<T> cleaned) {
        if (cleaned instanceof Cleaned.Blank<T>) {
            add(field, raw, Rule.REQUIRED);
        }
        return take(field, raw, cleaned);
    }

    boolean isEmpty() {
        return rejections == null;
    }

    List<Rejection> all() {
        return rejections == null ? List.of() : rejections;
    }
}
