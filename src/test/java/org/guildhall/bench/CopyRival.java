package org.guildhall.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;

/** The rival of the import: COPY of the very rows that it stored as purchases with their lines, and nothing else. */
final class CopyRival {

    private static final int[] CONNECTIONS = {1, 2, 4};

    private final DataSource source;
    private final Path folder;

    CopyRival(ConfigurableApplicationContext context, Path folder) {
        this.source = context.getBean(DataSource.class);
        this.folder = folder;
    }

    /** The seconds of the best number of connections. */
    double bestSeconds() throws Exception {
        double best = Double.MAX_VALUE;
        for (int connections : CONNECTIONS) {
            export(connections);
            execute("drop schema if exists rival cascade; create schema rival");
            execute("create table rival.purchase (like loyalty.purchase including all)");
            long start = System.nanoTime();
            copy(connections);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.err.printf("  COPY on %d connections: %.1f s%n", connections, seconds);
            best = Math.min(best, seconds);
        }
        return best;
    }

    private void export(int parts) throws Exception {
        for (int part = 0; part < parts; part++) {
            var rows = "copy (select * from loyalty.purchase where abs(hashtext(member_id::text)) % " + parts + " = "
                    + part + " and source = 'bench') to stdout";
            try (var connection = source.getConnection();
                    var out = Files.newOutputStream(file(part))) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(rows, out);
            }
        }
    }

    private void copy(int parts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(parts)) {
            var copies = new java.util.ArrayList<Callable<Long>>();
            for (int part = 0; part < parts; part++) {
                var file = file(part);
                copies.add(() -> {
                    try (Connection connection = source.getConnection();
                            var in = Files.newInputStream(file)) {
                        return connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("copy rival.purchase from stdin", in, 1 << 16);
                    }
                });
            }
            for (var copied : threads.invokeAll(copies)) {
                copied.get();
            }
        }
    }

    private Path file(int part) {
        return folder.resolve("purchase-" + part + ".copy");
    }

    private void execute(String statement) throws Exception {
        try (var connection = source.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
