package org.guildhall.intake.cleaning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guildhall.intake.FieldSource;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.IntakeRefusal.UnfitMapping;
import org.guildhall.intake.Mapping;
import org.guildhall.intake.reading.Row;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** A mapping tied to the columns of a file: gives the text of a field in a row. */
public final class FieldColumns {

    private final Map<ImportField, Bound> fields = new EnumMap<>(ImportField.class);
    private final List<Bound> attributes = new ArrayList<>();
    private final int width;

    private FieldColumns(int width) {
        this.width = width;
    }

    /** A source with the positions of its columns. */
    static final class Bound {
        private final FieldSource source;
        private final int[] columns;

        Bound(FieldSource source, int[] columns) {
            this.source = source;
            this.columns = columns;
        }

        FieldSource source() {
            return source;
        }

        String text(Row row) {
            if (columns.length == 1) {
                return row.cell(columns[0]);
            }
            if (columns.length == 0) {
                return source.constant() == null ? "" : source.constant();
            }
            var joined = new StringBuilder();
            for (int column : columns) {
                var part = row.cell(column);
                if (!joined.isEmpty() && !part.isEmpty()) {
                    joined.append(joiner(joined));
                }
                joined.append(part);
            }
            return joined.toString();
        }

        /** Year and month are one date; date and time, first and last name are set apart by a blank; 姓 and 名 by nothing. */
        private String joiner(CharSequence before) {
            return switch (source.field()) {
                case JOINED_ON, LEFT_ON, BIRTHDAY, OCCURRED_AT -> before.length() <= 7 ? "-" : " ";
                case NAME -> before.charAt(0) >= '\u2e80' ? "" : " ";
                default -> " ";
            };
        }
    }

    /** Ties the mapping to the columns; refuses unknown columns, doubled fields or attributes and fields that the kind lacks or needs. */
    public static FieldColumns bind(ImportKind kind, Mapping mapping, List<String> columns) {
        var bound = new FieldColumns(columns.size());
        var faults = new ArrayList<Refusal.Field>();
        for (int i = 0; i < mapping.fields().size(); i++) {
            bound.add(kind, mapping.fields().get(i), columns, "mapping.fields[" + i + "]", faults);
        }
        faults.addAll(MappingNeeds.missing(kind, mapping));
        if (!faults.isEmpty()) {
            throw Refusal.of(new UnfitMapping(faults));
        }
        return bound;
    }

    private void add(
            ImportKind kind, FieldSource source, List<String> columns, String path, List<Refusal.Field> faults) {
        if (!source.field().isOf(kind)) {
            faults.add(new Refusal.Field(path + ".field", source.field(), "field-of-kind"));
        }
        if (source.columns().isEmpty() == (source.constant() == null)) {
            faults.add(new Refusal.Field(path + ".columns", null, "columns-or-constant"));
        }
        if ((source.field() == ImportField.ATTRIBUTE) == (source.attribute() == null)) {
            faults.add(new Refusal.Field(path + ".attribute", source.attribute(), "attribute-named"));
        }
        var positions = source.columns().stream().mapToInt(columns::indexOf).toArray();
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < 0) {
                faults.add(new Refusal.Field(path + ".columns", source.columns().get(i), "column-of-file"));
            }
        }
        var bound = new Bound(source, positions);
        if (source.field() == ImportField.ATTRIBUTE) {
            if (attributes.stream().anyMatch(one -> Objects.equals(one.source.attribute(), source.attribute()))) {
                faults.add(new Refusal.Field(path + ".attribute", source.attribute(), "once"));
            }
            attributes.add(bound);
        } else if (fields.put(source.field(), bound) != null) {
            faults.add(new Refusal.Field(path + ".field", source.field(), "once"));
        }
    }

    /** The text of a field, empty when it is not mapped or blank. */
    String text(Row row, ImportField field) {
        var bound = fields.get(field);
        return bound == null ? "" : bound.text(row);
    }

    boolean has(ImportField field) {
        return fields.containsKey(field);
    }

    List<Bound> attributes() {
        return attributes;
    }

    /** The first filled cell beyond the named columns, or null: a sign that a delimiter stands unquoted in a cell. */
    @Nullable
    String surplus(Row row) {
        for (int i = width; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                return row.cell(i);
            }
        }
        return null;
    }
}
