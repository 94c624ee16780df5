package org.guildhall.bench;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Where the server's time goes, statement by statement: {@code -Dguildhall.bench.statements=true}; it costs a few per cent. */
final class BusiestStatements {

    private static final boolean WATCHED = Boolean.getBoolean("guildhall.bench.statements");
    private static final String BUSIEST = """
            select calls, rows, round((total_exec_time + total_plan_time)::numeric) as ms,
                   round(total_plan_time::numeric) as planning, round(wal_bytes / 1024) as wal_kib,
                   left(regexp_replace(query, '\\s+', ' ', 'g'), 150) as query
            from pg_stat_statements order by total_exec_time + total_plan_time desc limit 45
            """;

    private BusiestStatements() {}

    /** What the server must be told to watch. */
    static Map<String, String> settings() {
        return WATCHED
                ? Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track_planning", "on")
                : Map.of();
    }

    static void watch(Statement statement) throws SQLException {
        if (WATCHED) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    static void reset(Statement statement) throws SQLException {
        if (WATCHED) {
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    static void print(Statement statement) throws SQLException {
        if (WATCHED) {
            try (var rows = statement.executeQuery(BUSIEST)) {
                System.err.printf(
                        "%9s %9s %8s %8s %8s  %s%n", "calls", "rows", "ms", "planning", "wal KiB", "statement");
                while (rows.next()) {
                    System.err.printf(
                            "%9d %9d %8d %8d %8d  %s%n",
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getString(6));
                }
            }
        }
    }
}
