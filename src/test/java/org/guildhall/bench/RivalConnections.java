package org.guildhall.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs a rival that commits one transaction after another on 1 to 32 connections in turn, and keeps its best. */
final class RivalConnections {

    private static final int[] CONNECTIONS = {1, 2, 4, 8, 16, 32};
    private static final int WARM_UP = 4;
    private static final long NANOS_EACH = 5_000_000_000L;

    private final PGSimpleDataSource database;
    private final Rival rival;

    private RivalConnections(PGSimpleDataSource database, Rival rival) {
        this.database = database;
        this.rival = rival;
    }

    /** What a rival does over and over on a connection of its own. */
    interface Work extends AutoCloseable {

        /** One transaction; whether it counts. */
        boolean once() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** Prepares its statements on a connection that does not commit by itself. */
    @FunctionalInterface
    interface Rival {
        Work on(Connection connection) throws SQLException;
    }

    /** How fast it was with how many connections. */
    record Best(double perSecond, int connections) {

        /** In words, with what one transaction does. */
        String text(String unit) {
            return String.format(
                    Locale.ROOT, "one transaction per %s: %.0f/s with %d connections", unit, perSecond, connections);
        }
    }

    /** The best of all numbers of connections, after a warm-up. */
    static Best best(PGSimpleDataSource database, Rival rival) throws Exception {
        var connections = new RivalConnections(database, rival);
        connections.run(WARM_UP);
        var best = new Best(0, 0);
        for (int number : CONNECTIONS) {
            double perSecond = connections.run(number);
            System.err.printf(Locale.ROOT, "rival with %d connections: %.0f/s%n", number, perSecond);
            best = perSecond > best.perSecond() ? new Best(perSecond, number) : best;
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
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var work = rival.on(connection)) {
                while (System.nanoTime() < until) {
                    if (work.once()) {
                        done.incrementAndGet();
                    }
                }
            }
        }
        return true;
    }
}
