package org.guildhall.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    Path home;

    @Test
    void keepsCommittedRowsOverAKilledServer() throws Exception {
        var first = LocalPostgres.start(home, PostgresConfiguration.durableSettings());
        execute(first, "create table kept (n int)");
        execute(first, "insert into kept values (42)");
        kill(pidOf(home));
        first.close();

        try (var second = LocalPostgres.start(home, PostgresConfiguration.durableSettings())) {
            assertThat(number(second, "select n from kept")).isEqualTo(42);
        }
    }

    @Test
    void adoptsAServerThatItsOwnerLeftRunning() throws Exception {
        var settings = PostgresConfiguration.durableSettings();
        var abandoned = LocalPostgres.start(home, settings);
        execute(abandoned, "create table kept (n int)");
        long pid = pidOf(home);
        abandoned.abandon();

        try (var heir = LocalPostgres.start(home, settings)) {
            assertThat(pidOf(home)).isEqualTo(pid);
            assertThat(number(heir, "select count(*) from kept")).isZero();
        }
        assertThat(home.resolve("cluster").resolve("postmaster.pid"))
                .as("the heir stopped it")
                .doesNotExist();
    }

    @Test
    void isDurableChecksummedAndAsksForThePassword() throws Exception {
        try (var server = LocalPostgres.start(home, PostgresConfiguration.durableSettings())) {
            for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit", "data_checksums"}) {
                assertThat(text(server, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(text(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), LocalPostgres.USER, "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void refusesADirectoryInUseAndSaysSo() {
        try (var server = LocalPostgres.start(home, PostgresConfiguration.durableSettings())) {
            assertThat(server.url("x")).contains("127.0.0.1");
            assertThatThrownBy(() -> LocalPostgres.start(home, PostgresConfiguration.durableSettings()))
                    .hasMessageContaining("another running Guildhall");
        }
    }

    @Test
    void refusesADirectoryThatHoldsSomethingElse() throws Exception {
        Files.createDirectories(home.resolve("cluster"));
        Files.writeString(home.resolve("cluster").resolve("letter.txt"), "dear diary");
        assertThatThrownBy(() -> LocalPostgres.start(home, PostgresConfiguration.durableSettings()))
                .isInstanceOf(UnusableDataDirectory.class)
                .hasMessageContaining("holds no PostgreSQL cluster");
        assertThat(home.resolve("cluster").resolve("letter.txt")).exists();
    }

    private static long pidOf(Path home) throws Exception {
        return Long.parseLong(Files.readAllLines(home.resolve("cluster").resolve("postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void kill(long pid) throws InterruptedException {
        var process = ProcessHandle.of(pid).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        for (int i = 0; i < 100 && process.isAlive(); i++) {
            Thread.sleep(50);
        }
        assertThat(process.isAlive()).isFalse();
    }

    private static void execute(LocalPostgres server, String statement) throws SQLException {
        try (var connection = connect(server);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static int number(LocalPostgres server, String query) throws SQLException {
        return Integer.parseInt(text(server, query));
    }

    private static String text(LocalPostgres server, String query) throws SQLException {
        try (var connection = connect(server);
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(LocalPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url("postgres"), LocalPostgres.USER, server.password());
    }
}
