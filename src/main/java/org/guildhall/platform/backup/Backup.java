package org.guildhall.platform.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.guildhall.platform.postgres.LocalPostgres;

/**
 * The commands {@code backup FILE [DATA]} and {@code restore FILE [DATA]}; {@code DATA} is {@code data} when not given.
 *
 * <p>A backup joins the running embedded server, or starts it when nobody has; with {@code SPRING_DATASOURCE_URL} set it
 * reads that server instead. A restore fills the empty data directory {@code DATA} (or that server, when it is empty).
 */
public final class Backup {

    private final PrintStream out;
    private final Map<String, String> environment;

    Backup(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    /** Runs the command in the arguments; what makes it impossible is said on standard error, with exit code 1. */
    public static void main(String[] args) throws Exception {
        try {
            new Backup(System.out, System.getenv()).run(args);
        } catch (UnusableBackup e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void run(String... args) throws SQLException, IOException {
        var command = args.length > 0 ? args[0] : "";
        if (command.equals("backup") && (args.length == 2 || args.length == 3)) {
            backup(Path.of(args[1]), Path.of(args.length == 3 ? args[2] : "data"));
        } else if (command.equals("restore") && (args.length == 2 || args.length == 3)) {
            restore(Path.of(args[1]), Path.of(args.length == 3 ? args[2] : "data"));
        } else {
            throw new UnusableBackup("use it as: backup FILE [DATA] | restore FILE [DATA]");
        }
    }

    private void backup(Path file, Path data) throws SQLException, IOException {
        var running = LocalPostgres.running(data.resolve("postgres"));
        if (external().isPresent() || running.isPresent()) {
            try (var connection =
                    external().isPresent() ? connectOutside() : running.get().connect()) {
                report(BackupFile.write(connection, file, Clock.systemUTC()), "backed up to " + file);
            }
        } else {
            if (!Files.exists(data.resolve("postgres"))) {
                throw new UnusableBackup("there is no database in " + data.toAbsolutePath());
            }
            try (var server = LocalPostgres.startDurable(data.resolve("postgres"));
                    var connection = server.connect()) {
                report(BackupFile.write(connection, file, Clock.systemUTC()), "backed up to " + file);
            }
        }
        out.println("The keys of personal values are not in the file: keep a copy of " + data.resolve("keys")
                + " apart from it.");
    }

    private void restore(Path file, Path data) throws SQLException, IOException {
        BackupFile.manifest(file);
        if (external().isPresent()) {
            try (var connection = connectOutside()) {
                migrateEmpty(connection, external().get(), user(), password());
                report(
                        BackupFile.restore(file, connection),
                        "restored into " + external().get());
            }
            return;
        }
        if (Files.exists(data.resolve("postgres").resolve("cluster"))) {
            throw new UnusableBackup(
                    data.toAbsolutePath() + " already holds a database; restore into an empty directory");
        }
        try (var server = LocalPostgres.startDurable(data.resolve("postgres"));
                var connection = server.connect()) {
            migrateEmpty(connection, server.url("postgres"), LocalPostgres.USER, server.password());
            report(BackupFile.restore(file, connection), "restored into " + data);
        }
        if (!Files.exists(data.resolve("keys"))) {
            out.println("Put the keys of personal values into " + data.resolve("keys") + " before you start.");
        }
    }

    private static void migrateEmpty(Connection connection, String url, String user, String password)
            throws SQLException {
        if (!Catalogue.tables(connection).isEmpty()) {
            throw new UnusableBackup("the database is not empty; restore into an empty one");
        }
        Migrations.migrate(url, user, password);
    }

    private void report(Manifest manifest, String what) {
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        out.println(manifest.tables().size() + " tables with " + rows + " rows " + what);
    }

    private Optional<String> external() {
        return Optional.ofNullable(environment.get("SPRING_DATASOURCE_URL"));
    }

    private String user() {
        return environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "");
    }

    private String password() {
        return environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", "");
    }

    private Connection connectOutside() throws SQLException {
        return DriverManager.getConnection(external().orElseThrow(), user(), password());
    }
}
