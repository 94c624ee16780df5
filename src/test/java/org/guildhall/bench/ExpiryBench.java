package org.guildhall.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.LedgerWorld;
import org.guildhall.ledger.booking.RecountStore;
import org.guildhall.platform.Runs;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How long a run of expiry takes for lots that are due, through the real run into the real tables, against one transaction for
 * each lot ({@link RivalExpiry}) on the same server in the same run.
 *
 * <p>Each member has two lots that are due and one that is not. Afterwards the sums are compared, thousands of members are
 * replayed, and the run is repeated: it must move nothing.
 */
final class ExpiryBench implements Bench.Measurement {

    private static final int ROWS = Integer.getInteger("guildhall.bench.rows", 1_000_000);
    private static final int RIVAL_ROWS = Math.min(ROWS, 300_000);
    private static final int RECOUNTED = 5_000;
    private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

    private static final String[] LOAD = {"""
            create unlogged table bench_member as
            select n, (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || substr(md5(n::text), 1, 12))::uuid as member_id,
              md5('bench|' || n)::uuid as posting_id
            from generate_series(1, %d) as n
            """, """
            insert into ledger.posting (member_id, posting_id, content_hash, kind, cause_type, cause_id, movements,
              occurred_at, recorded_at, actor, policy_version)
            select member_id, posting_id, posting_id, 'purchase', 'bench', posting_id,
              'grant points 10 ' || (date '%2$s' - 30) || E'\\ngrant points 12 ' || date '%2$s' || E'\\ngrant points 8 '
                || (date '%2$s' + 300),
              now() - interval '200 days', now() - interval '200 days', 'bench', 1
            from bench_member
            """, """
            insert into ledger.entry (member_id, occurred_at, posting_id, line, asset, expires_on, contra, amount, about,
              recorded_at)
            select m.member_id, p.occurred_at, m.posting_id, l.line, 'points', date '%2$s' + l.days, 'issued', l.amount,
              m.posting_id, p.recorded_at
            from bench_member m
            join ledger.posting p using (posting_id)
            cross join (values (0, -30, 10), (1, 0, 12), (2, 300, 8)) as l (line, days, amount)
            order by m.member_id, l.line
            """, """
            insert into ledger.lot (member_id, asset, expires_on, amount)
            select m.member_id, 'points', date '%2$s' + l.days, l.amount
            from bench_member m
            cross join (values (-30, 10), (0, 12), (300, 8)) as l (days, amount)
            order by m.member_id, l.days
            """, """
            insert into ledger.account (member_id, asset, balance, last_occurred_at)
            select member_id, 'points', 30, now() - interval '200 days'
            from bench_member
            order by member_id
            """, """
            insert into ledger.programme_change (change_id, asset, contra, amount, recorded_at)
            select gen_random_uuid(), 'points', 'issued', -30 * count(*), now()
            from bench_member
            """};

    @Override
    public String name() {
        return "expiry";
    }

    @Override
    public Figures run() throws Exception {
        try (var server = new BenchDatabase()) {
            var figures = ours(server, loaded(server.create("ours"), ROWS));
            if (Boolean.getBoolean("guildhall.bench.alone")) {
                return figures.withMemory();
            }
            var due = RivalExpiry.due(loaded(server.create("rival"), RIVAL_ROWS));
            var rival = RivalConnections.best(due.database(), connection -> new RivalExpiry(connection, due));
            figures.with("ratio", figures.perSecond() / rival.perSecond());
            return figures.with("rival", rival.text("lot")).withMemory();
        }
    }

    private static PGSimpleDataSource loaded(PGSimpleDataSource database, int rows) throws SQLException {
        System.err.println("loading " + rows + " lots that are due");
        try (var connection = database.getConnection()) {
            for (var statement : LOAD) {
                execute(connection, statement.formatted(rows / 2, today()));
            }
            execute(connection, "vacuum (analyze)");
            execute(connection, "checkpoint");
        }
        return database;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static LocalDate today() {
        return LocalDate.now(Clock.system(COMPANY));
    }

    private Figures ours(BenchDatabase server, PGSimpleDataSource database) {
        try (var world =
                new LedgerWorld(database.getUrl(), server.user(), server.password(), Clock.systemUTC(), Map.of())) {
            long start = System.nanoTime();
            var run = world.as(() -> world.ledger().expire(Asset.POINTS, today()));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.err.println("expired in " + seconds + " s");
            check(world, run);
            return new Figures(name())
                    .with("per_second", ROWS / seconds)
                    .with("seconds", seconds)
                    .with("rows", ROWS);
        }
    }

    private static void check(LedgerWorld world, UUID run) {
        var runs = world.part(Runs.class);
        var done = runs.find(run).orElseThrow();
        var again = world.as(() -> world.ledger().expire(Asset.POINTS, today()));
        boolean once = done.items() == ROWS && runs.find(again).orElseThrow().items() == 0;
        var recount = world.part(RecountStore.class);
        var compared = recount.compare(recount.members(new UUID(0, 0), RECOUNTED));
        if (!once || done.amount() != 22L * (ROWS / 2) || compared.breach() != null) {
            throw new IllegalStateException("not what was due: " + done + ", " + compared.breach());
        }
        var left = world.sql()
                .fetchSingle(
                        "select sum(balance), (select sum(amount) from ledger.programme_change) from ledger.account");
        if (left.get(0, Long.class) != 8L * (ROWS / 2) || left.get(0, Long.class) + left.get(1, Long.class) != 0) {
            throw new IllegalStateException("the sum is not zero: " + left);
        }
    }
}
