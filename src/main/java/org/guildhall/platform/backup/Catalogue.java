package org.guildhall.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads from the database which tables, sequences and migrations there are. A column {@code changed_xid} belongs to one
 * server's transactions: it is left out, and a restored row counts as changed by the restore.
 */
final class Catalogue {

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname),
                   string_agg(quote_ident(a.attname), ', ' order by a.attnum)
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                 and a.attgenerated = '' and a.attname <> 'changed_xid'
             where c.relkind = 'r'
               and n.nspname not in ('pg_catalog', 'information_schema')
               and n.nspname not like 'pg_%'
               and c.relname not like 'flyway_schema_history%'
             group by n.nspname, c.relname
             order by 1
            """;

    private static final String SEQUENCES = """
            select format('%I.%I', schemaname, sequencename), coalesce(last_value, 0)
              from pg_sequences
             order by 1
            """;

    private static final String HISTORIES = """
            select format('%I.%I', n.nspname, c.relname), c.relname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relname like 'flyway_schema_history%' and c.relkind = 'r'
             order by 2
            """;

    private Catalogue() {}

    /** A table's quoted name and its columns in order. */
    record Table(String name, String columns) {}

    static List<Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    static Map<String, Long> sequences(Connection connection) throws SQLException {
        var values = new LinkedHashMap<String, Long>();
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
        }
        return values;
    }

    /** The newest successful migration of each module. */
    static Map<String, String> migrations(Connection connection) throws SQLException {
        var histories = new LinkedHashMap<String, String>();
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(HISTORIES)) {
            while (rows.next()) {
                histories.put(rows.getString(2), rows.getString(1));
            }
        }
        var versions = new LinkedHashMap<String, String>();
        for (var history : histories.entrySet()) {
            var newest = "select coalesce(max(version), '0') from " + history.getValue()
                    + " where success and version is not null";
            try (var sql = connection.createStatement();
                    var rows = sql.executeQuery(newest)) {
                rows.next();
                versions.put(history.getKey(), rows.getString(1));
            }
        }
        return versions;
    }
}
