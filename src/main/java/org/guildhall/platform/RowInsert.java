package org.guildhall.platform;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Inserts however many rows of a table with one statement whose text never changes: one array of texts a column, which
 * PostgreSQL reads as the column's type. Every column is written, those without a value as null, so that a column's default
 * does not apply. Not for tables with columns that are arrays or bytes.
 */
public final class RowInsert<R extends Record> {

    private static final Configuration POSTGRES = new DefaultConfiguration().set(SQLDialect.POSTGRES);

    private final List<Field<?>> columns;
    private final String text;
    private final FixedStatement statement;

    private RowInsert(List<Field<?>> columns, String text) {
        this.columns = columns;
        this.text = text;
        this.statement = FixedStatement.of(text);
    }

    /** For all columns of the table. */
    public static <R extends Record> RowInsert<R> into(Table<R> table) {
        var columns = List.of(table.fields());
        for (var column : columns) {
            if (column.getType().isArray()) {
                throw new IllegalArgumentException(column + " holds more than a text can say");
            }
        }
        var schema = Objects.requireNonNull(table.getSchema());
        var names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        var values = columns.stream()
                .map(column -> "?::text[]::" + column.getDataType(POSTGRES).getTypeName() + "[]")
                .collect(Collectors.joining(", "));
        return new RowInsert<>(
                columns,
                "insert into " + schema.getName() + "." + table.getName() + " (" + names + ") select * from unnest("
                        + values + ")");
    }

    /** Inserts into several tables, one after the other, with one message to the server. */
    public static Together together(RowInsert<?>... inserts) {
        return new Together(List.of(inserts));
    }

    /** Several inserts that are sent as one. */
    public static final class Together {

        private final List<RowInsert<?>> inserts;
        private final FixedStatement statement;

        private Together(List<RowInsert<?>> inserts) {
            this.inserts = inserts;
            this.statement = FixedStatement.of(
                    inserts.stream().map(insert -> insert.text).collect(Collectors.joining(";\n")));
        }

        /** Inserts the rows, a list for each table in the order of the tables; a list may be empty. */
        public void all(DSLContext sql, List<? extends List<? extends Record>> rows) {
            if (rows.size() != inserts.size()) {
                throw new IllegalArgumentException(rows.size() + " lists for " + inserts.size() + " tables");
            }
            statement.execute(
                    sql,
                    IntStream.range(0, rows.size())
                            .boxed()
                            .flatMap(i -> inserts.get(i).values(rows.get(i)))
                            .toArray());
        }
    }

    /** Inserts the rows, if there are any. */
    public void all(DSLContext sql, List<? extends R> rows) {
        if (!rows.isEmpty()) {
            statement.execute(sql, values(rows).toArray());
        }
    }

    private Stream<String[]> values(List<? extends Record> rows) {
        return columns.stream()
                .map(column -> rows.stream().map(row -> text(row.get(column))).toArray(String[]::new));
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JSONB json -> json.data();
            default -> value.toString();
        };
    }
}
