package org.guildhall.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What redeeming is measured against: one transaction for each redemption, prepared statements on the same tables with the
 * same constraints, the wanted stock row touched last, at its best number of connections.
 */
final class RedeemRival {

    private static final int[] CONNECTIONS = {1, 2, 4, 8, 16, 32};
    private static final long NANOS_EACH = 5_000_000_000L;

    private final PGSimpleDataSource database;
    private final RedeemGround.Ground ground;

    RedeemRival(PGSimpleDataSource database, RedeemGround.Ground ground) {
        this.database = database;
        this.ground = ground;
    }

    /** How fast it was with how many connections. */
    record Best(double perSecond, int connections) {
        String text() {
            return String.format(
                    Locale.ROOT, "one transaction per redemption: %.0f/s with %d connections", perSecond, connections);
        }
    }

    Best best() throws Exception {
        run(4);
        var best = new Best(0, 0);
        for (int connections : CONNECTIONS) {
            double perSecond = run(connections);
            System.err.printf(Locale.ROOT, "rival with %d connections: %.0f/s%n", connections, perSecond);
            best = perSecond > best.perSecond() ? new Best(perSecond, connections) : best;
        }
        return best;
    }

    private double run(int connections) throws Exception {
        var done = new AtomicLong();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < connections; i++) {
                tasks.add(() -> work(start + NANOS_EACH, done));
            }
            for (var future : threads.invokeAll(tasks)) {
                future.get();
            }
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private boolean work(long until, AtomicLong done) throws SQLException {
        var random = new Random();
        var members = ground.members();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var transaction = new RivalRedemption(connection)) {
                while (System.nanoTime() < until) {
                    var member = members.get(random.nextInt(members.size())).value();
                    if (transaction.redeem(member, RedeemGround.pick(random, ground.rewards()))) {
                        done.incrementAndGet();
                    }
                }
            }
        }
        return true;
    }
}
