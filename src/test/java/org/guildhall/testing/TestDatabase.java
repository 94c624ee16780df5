package org.guildhall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.guildhall.platform.backup.Migrations;
import org.guildhall.platform.postgres.LocalPostgres;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;

/**
 * One PostgreSQL for the whole test run, one freshly migrated database for each test class that asks: clones of a template
 * take milliseconds. The server trades durability for speed; tests of durability start their own.
 */
public final class TestDatabase {

    private static final Path HOME =
            Path.of("target", "test-postgres-" + ProcessHandle.current().pid());
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicBoolean APPLICATIONS = new AtomicBoolean();
    private static final LocalPostgres SERVER = startServer();

    private TestDatabase() {}

    /** A connection to a database of its own, migrated and empty. */
    public record Database(String url, String user, String password) {

        /** Plain connections to it. */
        public DataSource dataSource() {
            var source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(user);
            source.setPassword(password);
            return source;
        }

        /** jOOQ on it, without Spring's transactions. */
        public DSLContext sql() {
            return DSL.using(dataSource(), SQLDialect.POSTGRES);
        }
    }

    /** A fresh migrated database. */
    public static synchronized Database fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template template_guildhall");
        return new Database(SERVER.url(name), LocalPostgres.USER, SERVER.password());
    }

    private static LocalPostgres startServer() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("timezone", "UTC");
        settings.put("max_connections", "500");
        settings.put("shared_buffers", "256MB");
        settings.put("fsync", "off");
        settings.put("synchronous_commit", "off");
        settings.put("full_page_writes", "off");
        settings.put("jit", "off");
        var server = LocalPostgres.start(HOME, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!APPLICATIONS.get()) {
                close(server);
            }
        }));
        migrateTemplate(server);
        return server;
    }

    private static void migrateTemplate(LocalPostgres server) {
        executeOn(server, "create database template_guildhall");
        Migrations.migrate(server.url("template_guildhall"), LocalPostgres.USER, server.password());
    }

    /** Keeps the server until the applications have closed: against a server that is gone that takes half a minute. */
    static void outlivesApplications() {
        if (APPLICATIONS.compareAndSet(false, true)) {
            SpringApplication.getShutdownHandlers().add(() -> close(SERVER));
        }
    }

    private static void close(LocalPostgres server) {
        server.close();
        deleteHome();
    }

    private static void execute(String statement) {
        executeOn(SERVER, statement);
    }

    private static void executeOn(LocalPostgres server, String statement) {
        try (var connection =
                        DriverManager.getConnection(server.url("postgres"), LocalPostgres.USER, server.password());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private static void deleteHome() {
        try (var files = Files.walk(HOME)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
