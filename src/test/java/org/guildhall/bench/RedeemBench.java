package org.guildhall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.Redemptions;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Redemptions a second through the façade, durable, audited, with lots and stock, against the best plain SQL that does the
 * same in one transaction for each ({@link RivalRedemption}) on the same server in the same run.
 *
 * <p>Half of all orders want the same reward. At the end five thousand orders come for a thousand pieces: what is sold beyond
 * them is {@code oversold}.
 */
final class RedeemBench implements Bench.Measurement {

    static final Actor MACHINE = new Actor.Machine("bench");

    private static final int ROWS = Integer.getInteger("guildhall.bench.rows", 60_000);
    private static final int WARM_UP = ROWS / 2;
    private static final int IN_FLIGHT = Integer.getInteger("guildhall.bench.inflight", 600);
    private static final int RUSH = 5_000;
    private static final int PIECES = 1_000;

    private final Random random = new Random(42);
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public String name() {
        return "redeem";
    }

    @Override
    public Figures run() throws Exception {
        try (var server = new BenchDatabase()) {
            var database = server.create("redeem");
            var data = Files.createTempDirectory(Path.of("target"), "bench-data-");
            try (var application = BenchApplication.start(database, server, data)) {
                var ours = new RedeemGround(application, "A").build(ROWS, PIECES);
                var theirs = new RedeemGround(application, "B").build(ROWS, PIECES);
                var figures = measure(application, ours);
                if (!Boolean.getBoolean("guildhall.bench.alone")) {
                    var rival = RivalConnections.best(database, connection -> new RivalRedemption(connection, theirs));
                    figures.with("ratio", figures.perSecond() / rival.perSecond())
                            .with("rival", rival.text("redemption"));
                }
                return figures.withMemory();
            }
        }
    }

    private Figures measure(ConfigurableApplicationContext application, RedeemGround.Ground ground) throws Exception {
        drive(application, ground.members(), ground.rewards(), WARM_UP);
        long start = System.nanoTime();
        var latencies = drive(application, ground.members(), ground.rewards(), ROWS);
        double seconds = (System.nanoTime() - start) / 1e9;
        int sold = latencies.length;
        var rush = drive(application, ground.members(), List.of(ground.scarce()), RUSH);
        prove(application);
        return new Figures(name())
                .with("per_second", sold / seconds)
                .withLatencies(latencies)
                .with("seconds", seconds)
                .with("rows", sold)
                .with("oversold", Math.max(0, rush.length - PIECES));
    }

    /** Keeps a fixed number of orders under way; gives how long each took that was placed, until it was durable. */
    private long[] drive(
            ConfigurableApplicationContext application, List<MemberId> members, List<UUID> rewards, int orders)
            throws InterruptedException {
        var redemptions = application.getBean(Redemptions.class);
        var access = application.getBean(Access.class);
        var inFlight = new Semaphore(IN_FLIGHT);
        var latencies = new long[orders];
        var failed = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < orders; i++) {
                int index = i;
                var command = Redeem.forPoints(
                        members.get(random.nextInt(members.size())), RedeemGround.pick(random, rewards), 1, null);
                inFlight.acquire();
                threads.execute(() -> {
                    long sent = System.nanoTime();
                    try {
                        access.runAs(MACHINE, () -> redemptions.redeem(command, "bench|" + number.incrementAndGet()));
                        latencies[index] = System.nanoTime() - sent;
                    } catch (Refusal refusal) {
                        latencies[index] = 0;
                    } catch (RuntimeException e) {
                        failed.incrementAndGet();
                    } finally {
                        inFlight.release();
                    }
                });
            }
        }
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " orders failed");
        }
        return java.util.Arrays.stream(latencies).filter(nanos -> nanos > 0).toArray();
    }

    private static void prove(ConfigurableApplicationContext application) {
        var ledger = application.getBean(Ledger.class);
        var proofs = application.getBean(Access.class).runAs(MACHINE, () -> new ArrayList<>(ledger.prove()));
        if (!proofs.stream().allMatch(LawProof::holds)) {
            throw new IllegalStateException("a law does not hold after the run: " + proofs);
        }
    }
}
