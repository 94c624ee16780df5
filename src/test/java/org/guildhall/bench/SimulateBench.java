package org.guildhall.bench;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.SimulationView;
import org.guildhall.loyalty.Simulations;
import org.guildhall.loyalty.StartSimulation;
import org.guildhall.loyalty.earning.Condition;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.earning.EarningRule;
import org.guildhall.loyalty.earning.Effect;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.platform.JobView;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.SaveDraft;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a simulation takes from asking for it until its result is stored, through the real job, for members with ten purchases
 * each in two years, against one plain statement of SQL that works out the same earning by both rules on the same server
 * ({@link RivalSimulation}). Both must come to the same, to the point.
 *
 * <p>Tiers count growth over twelve months, multiply points and are never reviewed, which is what a statement without a loop can
 * still say; the draft doubles Saturdays and gives half as much growth again in the last year.
 */
final class SimulateBench implements Bench.Measurement {

    private static final int ROWS = Integer.getInteger("guildhall.bench.rows", 1_000_000);
    static final int EACH = 10;
    private static final Actor MACHINE = new Actor.Machine("bench");

    private static final String[] LOAD = {"""
            create unlogged table bench_member as
            select n, (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || substr(md5(n::text), 1, 12))::uuid as member_id
            from generate_series(1, %1$d) as n
            """, """
            insert into members.member (member_id, kind, status, number, version, name_key, pinyin, initials, joined_on,
              registered_at)
            select member_id, 'PERSON', 'ACTIVE', 'B' || n, 1, '', '', '', date '%2$s' - interval '3 years', now()
            from bench_member
            order by n
            """, """
            insert into loyalty.purchase (member_id, purchase_id, source, number, occurred_at, store_id, total_minor,
              currency, content_hash, recorded_at)
            select member_id, md5(n || '|' || k)::uuid, 'bench', n || '-' || k,
              ((date '%2$s' - 72 * k - 1 - abs(hashint4(n) %% 30) - abs(hashint4(n * 7 + k) %% 30)) + interval '12 hours')
                at time zone 'Asia/Shanghai',
              ('00000000-0000-7000-8000-' || lpad((1 + abs(hashint4(n + k)) %% 40)::text, 12, '0'))::uuid,
              1000 + abs(hashint4(n * 31 + k)) %% 90000, 'CNY', md5(n || '|' || k)::uuid, now()
            from bench_member
            cross join generate_series(0, 9) as k
            order by n, k
            """, """
            insert into loyalty.standing (member_id, tier, since, growth, spend_minor, visits, last_purchase_at, revision,
              steps)
            select member_id, 'regular', date '%2$s' - interval '3 years', 0, 0, 10, now(), 1, 1
            from bench_member
            order by n
            """};

    @Override
    public String name() {
        return "simulate";
    }

    @Override
    public Figures run() throws Exception {
        try (var server = new BenchDatabase()) {
            var data = Files.createTempDirectory(Path.of("target"), "bench-data-");
            var database = server.create("ours");
            Figures figures;
            SimulationView done;
            try (var application = BenchApplication.start(database, server, data)) {
                load(database);
                long start = System.nanoTime();
                done = ours(application);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.err.println("simulated in " + seconds + " s: " + done.totals());
                figures = new Figures(name())
                        .with("per_second", ROWS / seconds)
                        .with("seconds", seconds)
                        .with("rows", ROWS)
                        .withMemory();
            }
            if (!Boolean.getBoolean("guildhall.bench.alone")) {
                var rival = new RivalSimulation(database, since());
                rival.requireSame(Objects.requireNonNull(done.result()));
                figures.with("ratio", rival.seconds() / seconds(figures)).with("rival", rival.text());
            }
            return figures;
        }
    }

    private static double seconds(Figures figures) {
        return ROWS / figures.perSecond();
    }

    private static LocalDate since() {
        return ExpiryBench.today().minusYears(1);
    }

    private static void load(PGSimpleDataSource database) throws SQLException {
        System.err.println("loading " + ROWS + " purchases");
        try (var connection = database.getConnection()) {
            execute(connection, "set timezone to 'UTC'");
            for (var statement : LOAD) {
                execute(connection, statement.formatted(ROWS / EACH, ExpiryBench.today()));
            }
            execute(connection, "vacuum (analyze)");
            execute(connection, "checkpoint");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static SimulationView ours(ConfigurableApplicationContext application) {
        var simulations = application.getBean(Simulations.class);
        return application.getBean(Access.class).runAs(MACHINE, () -> {
            application
                    .getBean(TransactionTemplate.class)
                    .executeWithoutResult(status -> application
                            .getBean(FoundingPolicies.class)
                            .establish(
                                    TiersPolicy.KIND.code(),
                                    json(application, ladder()),
                                    since().minusYears(2),
                                    "bench"));
            var draft = application
                    .getBean(PolicyDesk.class)
                    .save(EarningPolicy.KIND.code(), new SaveDraft(json(application, draft()), 0));
            var started = simulations.start(
                    new StartSimulation(EarningPolicy.KIND.code(), draft.revision(), since(), null, null));
            while (true) {
                var now = simulations.get(started.id());
                if (now.state() == JobView.State.DONE) {
                    check(Objects.requireNonNull(now.result()));
                    return now;
                }
                if (now.failure() != null) {
                    throw new IllegalStateException(now.failure());
                }
                pause();
            }
        });
    }

    private static void check(SimulationResult result) {
        long byStore =
                result.stores().stream().mapToLong(row -> row.points().after()).sum();
        if (result.totals().members() != ROWS / EACH
                || byStore != result.totals().points().after()) {
            throw new IllegalStateException("not everybody, or parts that are not the whole: " + result.totals());
        }
    }

    private static TiersPolicy ladder() {
        var usual = TiersPolicy.DEFAULT;
        return new TiersPolicy(
                usual.ladder(),
                usual.measure(),
                usual.window(),
                new TiersPolicy.Validity.Forever(),
                usual.review(),
                usual.graceDays(),
                usual.introduction());
    }

    private static EarningPolicy draft() {
        var usual = EarningPolicy.DEFAULT;
        var rules = new ArrayList<EarningRule>();
        rules.add(usual.rules().getFirst());
        rules.add(new EarningRule("base-growth", null, List.of(), new Effect.GrowthPerMoney(new BigDecimal("1.5"))));
        rules.add(new EarningRule(
                "saturday",
                null,
                List.of(new Condition.OnWeekdays(List.of(DayOfWeek.SATURDAY))),
                new Effect.Multiplier(new BigDecimal("2"))));
        return new EarningPolicy(rules, usual.stacking(), usual.rounding(), usual.caps(), usual.currencies());
    }

    @SuppressWarnings("unchecked") // a policy is a JSON object
    private static Map<String, Object> json(ConfigurableApplicationContext application, Record policy) {
        return application.getBean(JsonMapper.class).convertValue(policy, Map.class);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
