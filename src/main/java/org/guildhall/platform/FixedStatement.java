package org.guildhall.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * A statement whose text never changes, run on the connection of the caller's transaction with one array a column. For the
 * few statements that every posting pays for: the text is neither parsed nor rendered again, and the driver keeps it
 * prepared. The values may be arrays of {@code UUID}, {@code String} or {@code Long}, and whatever the driver knows alone.
 * A text may be several statements with semicolons between them: they go to the server together, each sees what those before
 * it did, and the rows are those of the first that gives any.
 */
public final class FixedStatement {

    private final String text;

    private FixedStatement(String text) {
        this.text = text;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {
        /** What the row says. */
        T of(ResultSet row) throws SQLException;
    }

    /** The statement with this text, in which each {@code ?} is a value. */
    public static FixedStatement of(String text) {
        return new FixedStatement(text);
    }

    /** Runs it and says how many rows it wrote. */
    public int execute(DSLContext sql, Object... values) {
        return sql.connectionResult(connection -> {
            try (var statement = prepare(connection, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Runs it and reads the one row that it always gives. */
    public <T> T single(DSLContext sql, Reading<T> reading, Object... values) {
        return sql.connectionResult(connection -> {
            try (var statement = prepare(connection, values);
                    var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("a statement that always gives a row gave none");
                }
                return reading.of(rows);
            }
        });
    }

    /** Runs it and reads each row that it gives. */
    public <T> List<T> list(DSLContext sql, Reading<T> reading, Object... values) {
        return sql.connectionResult(connection -> {
            try (var statement = prepare(connection, values)) {
                boolean gives = statement.execute();
                while (!gives && statement.getUpdateCount() >= 0) {
                    gives = statement.getMoreResults();
                }
                var all = new ArrayList<T>();
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        all.add(reading.of(rows));
                    }
                }
                return all;
            }
        });
    }

    private PreparedStatement prepare(Connection connection, Object... values) throws SQLException {
        var statement = connection.prepareStatement(text);
        try {
            for (int i = 0; i < values.length; i++) {
                bind(connection, statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, Object value)
            throws SQLException {
        switch (value) {
            case UUID[] ids -> statement.setArray(place, connection.createArrayOf("uuid", ids));
            case String[] texts -> statement.setArray(place, connection.createArrayOf("text", texts));
            case Long[] numbers -> statement.setArray(place, connection.createArrayOf("int8", numbers));
            default -> statement.setObject(place, value);
        }
    }
}
