package org.guildhall.insights.copy;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.guildhall.insights.Column;
import org.guildhall.insights.FactSource;
import org.guildhall.insights.Feed;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The tables of the copy and what it knows about itself: for each source its form and the first transaction not yet read.
 * Rows and that knowledge are committed together, so a crash never leaves a gap or a double.
 */
final class CopyStore {

    private final DuckDBConnection connection;
    private final DSLContext sql;

    CopyStore(DuckDBConnection connection) {
        this.connection = connection;
        this.sql = dsl(connection);
    }

    /** jOOQ on a connection to the copy. */
    static DSLContext dsl(DuckDBConnection connection) {
        return DSL.using(connection, SQLDialect.DUCKDB, new Settings().withExecuteLogging(false));
    }

    /** Creates what an empty file lacks. */
    void prepare() {
        sql.execute("create schema if not exists facts");
        sql.execute("create schema if not exists stage");
        sql.execute("create table if not exists fed (source varchar primary key, form varchar not null,"
                + " database varchar not null, next_transaction bigint not null)");
    }

    /** The first transaction to read from the source; 0 (and an empty table) when form or database are not what they were. */
    long nextTransaction(FactSource source, String database, long horizon) {
        var known = sql.fetchOptional(
                "select next_transaction from fed where source = ? and form = ? and database = ? and next_transaction <= ?",
                source.name(),
                form(source),
                database,
                horizon);
        if (known.isPresent()) {
            return known.get().get(0, Long.class);
        }
        create("facts", source);
        sql.execute("delete from fed where source = ?", source.name());
        sql.execute("insert into fed values (?, ?, ?, 0)", source.name(), form(source), database);
        return 0;
    }

    /** Adds the source's rows of the given transactions, replacing rows of equal key; returns how many were read. */
    long load(FactSource source, long from, long before) throws SQLException {
        boolean straight = from == 0 || !source.amends();
        if (!straight) {
            create("stage", source);
        }
        long rows;
        try (var appender =
                new FactAppender(connection, straight ? "facts" : "stage", source.name(), source.columns())) {
            source.read(new Feed(from, before, appender));
            rows = appender.rows();
        }
        if (!straight && rows > 0) {
            var key = MeasureStatement.required(source, Column.Role.KEY);
            var table = source.name();
            sql.execute("delete from facts." + table + " where " + key + " in (select " + key + " from stage." + table
                    + ")");
            sql.execute("insert into facts." + table + " select * from stage." + table);
        }
        if (!straight) {
            sql.execute("drop table stage." + source.name());
        }
        sql.execute("update fed set next_transaction = ? where source = ?", before, source.name());
        return rows;
    }

    /** Forgets everything, so that the next refresh reads all sources anew. */
    void forget() {
        sql.execute("update fed set form = ''");
    }

    private void create(String schema, FactSource source) {
        sql.execute("create or replace table " + schema + "." + source.name() + " (" + form(source) + ")");
    }

    private static String form(FactSource source) {
        return source.columns().stream()
                .map(column -> column.name() + " " + column.type().sql())
                .collect(Collectors.joining(", "));
    }
}
