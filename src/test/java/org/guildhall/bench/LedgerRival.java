package org.guildhall.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.guildhall.ledger.Posting;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the ledger is measured against: the usual way, one transaction for each posting, with prepared statements on the same
 * tables with the same constraints, at its best number of connections.
 */
final class LedgerRival {

    private static final int[] CONNECTIONS = {1, 2, 4, 8, 16, 32};
    private static final long NANOS_EACH = 5_000_000_000L;

    private final PGSimpleDataSource database;
    private final Function<Random, Posting> postings;

    LedgerRival(PGSimpleDataSource database, Function<Random, Posting> postings) {
        this.database = database;
        this.postings = postings;
    }

    /** How fast it was with how many connections. */
    record Best(double perSecond, int connections) {
        String text() {
            return String.format(
                    Locale.ROOT, "one transaction per posting: %.0f/s with %d connections", perSecond, connections);
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
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var transaction = new RivalTransaction(connection)) {
                while (System.nanoTime() < until) {
                    transaction.book(postings.apply(random));
                    done.incrementAndGet();
                }
            }
        }
        return true;
    }
}
