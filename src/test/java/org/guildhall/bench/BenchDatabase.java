package org.guildhall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import org.flywaydb.core.Flyway;
import org.guildhall.platform.postgres.LocalPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A server of its own for a measurement, as durable as the product's, migrated, and removed afterwards. */
final class BenchDatabase implements AutoCloseable {

    private final Path home;
    private final LocalPostgres server;

    BenchDatabase() throws IOException {
        Files.createDirectories(Path.of("target"));
        home = Files.createTempDirectory(Path.of("target"), "bench-");
        server = LocalPostgres.startDurable(home, BusiestStatements.settings());
    }

    /** Forgets which statements took how long, if that is watched. */
    void watchAnew() throws SQLException {
        try (var connection = source("postgres").getConnection();
                var statement = connection.createStatement()) {
            BusiestStatements.reset(statement);
        }
    }

    /** Prints which statements took longest, if that is watched. */
    void tellBusiest() throws SQLException {
        try (var connection = source("postgres").getConnection();
                var statement = connection.createStatement()) {
            BusiestStatements.print(statement);
        }
    }

    /** A new migrated database on the server. */
    PGSimpleDataSource create(String name) throws Exception {
        var admin = source("postgres");
        try (var connection = admin.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            BusiestStatements.watch(statement);
        }
        var source = source(name);
        migrate(source, "__root", "flyway_schema_history");
        var modules = Path.of("src/main/resources/db/migration").toFile().list((dir, file) -> !file.startsWith("_"));
        for (var module : modules == null ? new String[0] : modules) {
            migrate(source, module, "flyway_schema_history_" + module);
        }
        return source;
    }

    String user() {
        return LocalPostgres.USER;
    }

    String password() {
        return server.password();
    }

    private PGSimpleDataSource source(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(server.url(database));
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    private static void migrate(PGSimpleDataSource source, String folder, String table) {
        Flyway.configure()
                .dataSource(source)
                .table(table)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("filesystem:src/main/resources/db/migration/" + folder)
                .load()
                .migrate();
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toArray(Path[]::new)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
