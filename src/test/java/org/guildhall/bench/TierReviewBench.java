package org.guildhall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.insights.Insights;
import org.guildhall.kernel.Actor;
import org.guildhall.loyalty.review.Reviews;
import org.guildhall.platform.Runs;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a run of tier reviews takes for members who are all due, through the real run into the real tables, each replayed
 * from the facts, against one transaction of plain SQL for each member ({@link RivalReview}) on the same server in the same run.
 *
 * <p>Every member became silver a year ago by one purchase; every second one bought again and keeps the tier. Afterwards they
 * are counted, and the run is repeated: nobody may be due any more. The points of those purchases are not loaded: a review
 * does not ask the ledger.
 */
final class TierReviewBench implements Bench.Measurement {

    private static final int ROWS = Integer.getInteger("guildhall.bench.rows", 1_000_000);
    private static final int RIVAL_ROWS = Math.min(ROWS, 200_000);

    private static final String[] LOAD = {"""
            create unlogged table bench_member as
            select n, (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || substr(md5(n::text), 1, 12))::uuid as member_id,
              md5('first|' || n)::uuid as first_id, md5('second|' || n)::uuid as second_id
            from generate_series(1, %d) as n
            """, """
            insert into members.member (member_id, kind, status, number, version, name_key, pinyin, initials, joined_on,
              registered_at)
            select member_id, 'PERSON', 'ACTIVE', 'B' || n, 1, '', '', '', date '%2$s' - interval '2 years', now()
            from bench_member
            order by n
            """, """
            insert into loyalty.purchase (member_id, purchase_id, source, number, occurred_at, total_minor, currency,
              content_hash, recorded_at)
            select member_id, b.id, 'bench', b.number, b.at, b.minor, 'CNY', b.id, b.at
            from bench_member
            cross join lateral (values
              (first_id, 'a' || n, date '%2$s' - interval '1 year' + interval '4 hours', 150000),
              (second_id, 'b' || n, date '%2$s' - interval '3 months' + interval '4 hours', 120000)
            ) as b (id, number, at, minor)
            where b.minor = 150000
              or n %% 2 = 0
            order by n
            """, """
            insert into loyalty.tier_change (member_id, seq, effective_at, from_tier, to_tier, reason, policy_version,
              fact_id, recorded_at)
            select member_id, s.seq, s.at, s.was, s.is, s.reason, 0, s.fact, now()
            from bench_member
            cross join lateral (values
              (1, (date '%2$s' - interval '2 years') at time zone 'Asia/Shanghai', null, 'regular', 'joined', null),
              (2, (date '%2$s' - interval '1 year' + interval '4 hours') at time zone 'UTC', 'regular', 'silver',
                'upgrade', first_id)
            ) as s (seq, at, was, "is", reason, fact)
            order by n, s.seq
            """, """
            insert into loyalty.standing (member_id, tier, since, keep_until, due_on, growth, spend_minor, visits,
              last_purchase_at, revision, steps)
            select member_id, 'silver', date '%2$s' - interval '1 year', date '%2$s' - 1, date '%2$s',
              case when n %% 2 = 0 then 2700 else 1500 end, case when n %% 2 = 0 then 270000 else 150000 end,
              case when n %% 2 = 0 then 2 else 1 end, now(), 1, 2
            from bench_member
            order by n
            """};

    private static final Actor MACHINE = new Actor.Machine("bench");

    @Override
    public String name() {
        return "tier-review";
    }

    @Override
    public Figures run() throws Exception {
        try (var server = new BenchDatabase()) {
            var data = Files.createTempDirectory(Path.of("target"), "bench-data-");
            var database = loaded(server.create("ours"), ROWS);
            Figures figures;
            try (var application = BenchApplication.start(database, server, data)) {
                figures = ours(application, database);
            }
            if (!Boolean.getBoolean("guildhall.bench.alone")) {
                var due = RivalReview.due(loaded(server.create("rival"), RIVAL_ROWS));
                var rival = RivalConnections.best(due.database(), connection -> new RivalReview(connection, due));
                figures.with("ratio", figures.perSecond() / rival.perSecond()).with("rival", rival.text("member"));
            }
            return figures.withMemory();
        }
    }

    private static PGSimpleDataSource loaded(PGSimpleDataSource database, int rows) throws SQLException {
        System.err.println("loading " + rows + " members who are due");
        try (var connection = database.getConnection()) {
            execute(connection, "set timezone to 'UTC'");
            for (var statement : LOAD) {
                execute(connection, statement.formatted(rows, ExpiryBench.today()));
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

    private Figures ours(ConfigurableApplicationContext application, PGSimpleDataSource database) throws SQLException {
        var reviews = application.getBean(Reviews.class);
        // A server that has been running has copied these members for analysis long before they are due.
        application.getBean(Access.class).runAs(MACHINE, application.getBean(Insights.class)::refresh);
        long start = System.nanoTime();
        var run = reviews.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.println("reviewed in " + seconds + " s");
        check(application, reviews, run);
        check(database);
        return new Figures(name())
                .with("per_second", ROWS / seconds)
                .with("seconds", seconds)
                .with("rows", ROWS);
    }

    private static void check(ConfigurableApplicationContext application, Reviews reviews, UUID run) {
        var runs = application.getBean(Runs.class);
        var done = runs.find(run).orElseThrow();
        var again = runs.find(reviews.run()).orElseThrow();
        if (done.members() != ROWS || done.items() != ROWS / 2 || again.members() != 0) {
            throw new IllegalStateException("not who was due: " + done + ", again " + again);
        }
    }

    private static void check(PGSimpleDataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("""
                        select count(*) filter (where tier = 'silver' and due_on > current_date + 300),
                          count(*) filter (where tier = 'regular' and due_on is null),
                          (select count(*) from loyalty.tier_change where reason in ('review-kept', 'review-down'))
                        from loyalty.standing
                        """)) {
            if (!rows.next() || rows.getInt(1) != ROWS / 2 || rows.getInt(2) != ROWS / 2 || rows.getInt(3) != ROWS) {
                throw new IllegalStateException("tiers are not as they should be");
            }
        }
    }
}
