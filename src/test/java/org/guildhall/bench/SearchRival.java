package org.guildhall.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.guildhall.kernel.UnitId;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The usual way: one ILIKE over all that can be typed, helped by a trigram index, ordered by name, one page and its count up
 * to 10 000, with the same scopes, on the same rows and server; straight over JDBC, without HTTP and log-in.
 */
final class SearchRival {

    private static final long NANOS_EACH = 12_000_000_000L;
    private static final String HAYSTACK =
            "(coalesce(name, '') || ' ' || pinyin || ' ' || initials || ' ' || number || ' ' || coalesce(mobile, ''))";

    private final PGSimpleDataSource database;
    private final UnitId store;

    SearchRival(PGSimpleDataSource database, UnitId store) {
        this.database = database;
        this.store = store;
    }

    /** Its best rate over numbers of connections. */
    Figures best() throws Exception {
        prepare();
        Figures best = null;
        for (int connections : new int[] {1, 2, 4}) {
            var figures = measure(connections);
            best = best == null || figures.perSecond() > best.perSecond() ? figures : best;
        }
        return java.util.Objects.requireNonNull(best);
    }

    private void prepare() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_trgm");
            statement.execute("set maintenance_work_mem = '256MB'");
            statement.execute(
                    "create index rival_haystack on members.member using gin (" + HAYSTACK + " gin_trgm_ops)");
            statement.execute("analyze members.member");
        }
    }

    private Figures measure(int connections) throws Exception {
        long end = System.nanoTime() + NANOS_EACH;
        long start = System.nanoTime();
        var tasks = new ArrayList<Callable<List<Long>>>();
        for (int i = 0; i < connections; i++) {
            int seed = i;
            tasks.add(() -> run(seed, end));
        }
        var latencies = new ArrayList<Long>();
        try (var pool = Executors.newFixedThreadPool(connections)) {
            for (var done : pool.invokeAll(tasks)) {
                latencies.addAll(done.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Figures("search-rival")
                .with("per_second", latencies.size() / seconds)
                .withLatencies(latencies.stream().mapToLong(Long::longValue).toArray())
                .with("connections", connections);
    }

    private List<Long> run(int seed, long end) throws SQLException {
        var random = new Random(seed);
        var latencies = new ArrayList<Long>();
        try (var connection = database.getConnection();
                var page = connection.prepareStatement(
                        "select member_id, number, name, mobile, home_unit from members.member where "
                                + HAYSTACK + " ilike ? and not annulled and (?::uuid is null or home_unit = ?::uuid)"
                                + " order by name, member_id limit 51");
                var count = connection.prepareStatement(
                        "select count(*) from (select 1 from members.member where " + HAYSTACK
                                + " ilike ? and not annulled and (?::uuid is null or home_unit = ?::uuid) limit 10001) found")) {
            for (boolean scoped = false; System.nanoTime() < end; scoped = !scoped) {
                var text = "%" + SearchPeople.question(random) + "%";
                long sent = System.nanoTime();
                for (var statement : List.of(page, count)) {
                    statement.setString(1, text);
                    statement.setString(2, scoped ? store.toString() : null);
                    statement.setString(3, scoped ? store.toString() : null);
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            rows.getString(1);
                        }
                    }
                }
                latencies.add(System.nanoTime() - sent);
            }
        }
        return latencies;
    }
}
