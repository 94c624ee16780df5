package org.guildhall.insights.copy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.guildhall.insights.Column;
import org.guildhall.insights.Feed;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into one table of the copy by DuckDB's appender, which is some twenty times faster than inserting; therefore
 * exempt from the rule that jOOQ is the only door to SQL.
 */
final class FactAppender implements Feed.Sink, AutoCloseable {

    private static final long MICROS = 1_000_000;

    private final List<Column> columns;
    private final DuckDBAppender appender;
    private long rows;

    FactAppender(DuckDBConnection connection, String schema, String table, List<Column> columns) throws SQLException {
        this.columns = columns;
        this.appender = connection.createAppender(schema, table);
    }

    @Override
    public void row(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalStateException(values.length + " values for the columns " + columns);
        }
        try {
            appender.beginRow();
            for (int i = 0; i < values.length; i++) {
                append(columns.get(i).type(), values[i]);
            }
            appender.endRow();
            rows++;
        } catch (SQLException e) {
            throw new IllegalStateException("a row can't be added to the analytical copy", e);
        }
    }

    private void append(Column.Type type, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
            return;
        }
        switch (type) {
            case ID -> appender.append((UUID) value);
            case TEXT -> appender.append((String) value);
            case NUMBER -> appender.append(((Long) value).longValue());
            case DATE -> appender.append((LocalDate) value);
            case INSTANT -> appender.appendEpochMicros(micros((Instant) value));
            case FLAG -> appender.append(((Boolean) value).booleanValue());
        }
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1000);
    }

    /** How many rows were added. */
    long rows() {
        return rows;
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
