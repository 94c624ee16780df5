package org.guildhall.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of a rival, each prepared once on its connection. */
final class Statements implements AutoCloseable {

    private final Connection connection;
    private final List<PreparedStatement> all = new ArrayList<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        all.add(statement);
        return statement;
    }

    /** Gives all its values to a statement. */
    static PreparedStatement bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Keeps what the transaction did, or takes it back. */
    void end(boolean done) throws SQLException {
        if (done) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : all) {
            statement.close();
        }
    }
}
