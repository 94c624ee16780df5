package org.guildhall.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.LedgerWorld;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Durable, idempotent, lot-keeping postings a second through the lanes, against one transaction for each posting
 * ({@link RivalTransaction}) on the same server in the same run.
 *
 * <p>Three of four postings grant points into one of twelve lots, the fourth spends; one in a hundred repeats an earlier key.
 */
final class LedgerBench implements Bench.Measurement {

    private static final int ROWS = Integer.getInteger("guildhall.bench.rows", 1_000_000);
    private static final int WARM_UP = ROWS;
    private static final int MEMBERS = 20_000;
    private static final int IN_FLIGHT = Integer.getInteger("guildhall.bench.inflight", 900);

    private final Random random = new Random(42);
    private final List<MemberId> members = new ArrayList<>();
    private final AtomicReference<@Nullable Posting> earlier = new AtomicReference<>();
    private final LocalDate firstExpiry =
            LocalDate.now(Clock.systemUTC()).plusMonths(1).withDayOfMonth(1);

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Figures run() throws Exception {
        for (int i = 0; i < MEMBERS; i++) {
            members.add(new MemberId(new UUID(random.nextLong(), random.nextLong())));
        }
        try (var server = new BenchDatabase()) {
            var figures = ours(server, server.create("ours"));
            if (Boolean.getBoolean("guildhall.bench.alone")) {
                return figures.withMemory();
            }
            var rival = RivalConnections.best(
                    server.create("rival"), connection -> new RivalTransaction(connection, this::posting));
            figures.with("ratio", figures.perSecond() / rival.perSecond());
            return figures.with("rival", rival.text("posting")).withMemory();
        }
    }

    private Figures ours(BenchDatabase server, PGSimpleDataSource database) throws Exception {
        try (var world = new LedgerWorld(
                database.getUrl(),
                server.user(),
                server.password(),
                Clock.systemUTC(),
                Map.of(
                        "guildhall.ledger.lanes", System.getProperty("guildhall.bench.lanes", "2"),
                        "guildhall.ledger.group", System.getProperty("guildhall.bench.group", "1000")))) {
            run(world, WARM_UP);
            double alone = alone(world.ledger(), world);
            long start = System.nanoTime();
            var latencies = run(world, ROWS);
            double seconds = (System.nanoTime() - start) / 1e9;
            var law = world.as(() -> world.ledger().prove()).stream()
                    .filter(proof -> !proof.law().equals("ledger.replay"))
                    .allMatch(proof -> proof.holds());
            if (!law) {
                throw new IllegalStateException("a law does not hold after the run");
            }
            return new Figures(name())
                    .with("per_second", ROWS / seconds)
                    .withLatencies(latencies)
                    .with("alone_p50_ms", alone)
                    .with("seconds", seconds)
                    .with("rows", ROWS);
        }
    }

    /** Keeps a fixed number of postings under way and notes how long each took until it was durable. */
    private long[] run(LedgerWorld world, int rows) throws InterruptedException {
        var latencies = new long[rows];
        var inFlight = new Semaphore(IN_FLIGHT);
        var refused = new AtomicInteger();
        var ledger = world.ledger();
        for (int i = 0; i < rows; i++) {
            var posting = posting(random);
            inFlight.acquire();
            int index = i;
            long sent = System.nanoTime();
            var _ = world.as(() -> ledger.submit(posting, null)).whenComplete((receipt, failure) -> {
                latencies[index] = System.nanoTime() - sent;
                if (failure != null && !failure.toString().contains("ledger.insufficient-balance")) {
                    refused.incrementAndGet();
                }
                inFlight.release();
            });
        }
        inFlight.acquire(IN_FLIGHT);
        if (refused.get() > 0) {
            throw new IllegalStateException(refused + " postings failed");
        }
        return latencies;
    }

    /** The median time of a posting that is alone, in milliseconds. */
    private double alone(Ledger ledger, LedgerWorld world) {
        var nanos = new long[200];
        for (int i = 0; i < nanos.length; i++) {
            var posting = grant(random);
            long sent = System.nanoTime();
            world.as(() -> ledger.submit(posting, null).join());
            nanos[i] = System.nanoTime() - sent;
        }
        java.util.Arrays.sort(nanos);
        return Figures.at(nanos, 50);
    }

    private Posting posting(Random source) {
        var repeated = source.nextInt(100) == 0 ? earlier.get() : null;
        if (repeated != null) {
            return repeated;
        }
        var posting = source.nextInt(4) == 0 ? spend(source) : grant(source);
        earlier.set(posting);
        return posting;
    }

    private Posting grant(Random source) {
        var expiry = firstExpiry.plusMonths(source.nextInt(12));
        return posting(source, "purchase", new Movement.Grant(Asset.POINTS, 10L + source.nextInt(90), expiry));
    }

    private Posting spend(Random source) {
        return posting(source, "redemption", new Movement.Spend(Asset.POINTS, 1L + source.nextInt(60)));
    }

    private Posting posting(Random source, String kind, Movement movement) {
        var cause = new UUID(source.nextLong(), source.nextLong());
        var member = members.get(source.nextInt(MEMBERS));
        return new Posting(
                CauseKey.of(kind + "|" + cause), member, kind, null, kind, cause, List.of(movement), null, 1);
    }
}
