package org.guildhall.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guildhall.platform.postgres.LocalPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final String DOWNLOAD =
            "insert into platform.download select gen_random_uuid(), E'tab\\t, line\\n, 会员 ' || n, 'text/csv', n,"
                    + " 'staff:x', now(), now() from generate_series(1, %d) n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Backup backup = new Backup(new PrintStream(printed, true, StandardCharsets.UTF_8), Map.of());

    @Test
    void restoresIntoAnEmptyDirectoryWhatWasThereWhenTheBackupBegan() throws Exception {
        var file = folder.resolve("backup.zip");
        long rows;
        try (var server = migratedServer(folder.resolve("first"))) {
            execute(server, DOWNLOAD.formatted(5000));
            execute(
                    server,
                    "insert into platform.job (job_id, kind, state, params, actor, actor_name, created_at)"
                            + " values (gen_random_uuid(), 'k', 'done', '{\"a\": [1, null]}', 'staff:x', '陈主管', now())");
            rows = whileOthersWrite(
                    server,
                    () -> backup.run(
                            "backup", file.toString(), folder.resolve("first").toString()));
        }

        backup.run("restore", file.toString(), folder.resolve("second").toString());

        try (var server = LocalPostgres.startDurable(folder.resolve("second/postgres"));
                var connection = server.connect()) {
            assertThat(count(connection, "select count(*) from platform.download"))
                    .isBetween(5000L, rows);
            assertThat(count(
                            connection,
                            "select count(*) from platform.job where actor_name = '陈主管'"
                                    + " and params = '{\"a\": [1, null]}'"))
                    .isEqualTo(1);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("backed up to", "restored into", "keys");
    }

    @Test
    void refusesADirectoryThatHoldsADatabase() throws Exception {
        var file = folder.resolve("backup.zip");
        try (var server = migratedServer(folder.resolve("first"))) {
            assertThat(server.url("x")).isNotEmpty();
            backup.run("backup", file.toString(), folder.resolve("first").toString());
        }
        assertThatThrownBy(() -> backup.run(
                        "restore", file.toString(), folder.resolve("first").toString()))
                .hasMessageContaining("already holds a database");
    }

    @Test
    void refusesAFileThatIsNotWhole() throws Exception {
        var file = folder.resolve("cut.zip");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> backup.run(
                        "restore", file.toString(), folder.resolve("second").toString()))
                .isInstanceOf(UnusableBackup.class)
                .hasMessageContaining("is no backup");
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithTheCommandOrTheFile() {
        assertThatThrownBy(() -> backup.run("restore"))
                .isInstanceOf(UnusableBackup.class)
                .hasMessageContaining("restore FILE [DATA]");
        var missing = folder.resolve("missing.zip").toString();
        assertThatThrownBy(() ->
                        backup.run("restore", missing, folder.resolve("second").toString()))
                .isInstanceOf(UnusableBackup.class)
                .hasMessageContaining("there is no file");
    }

    private static LocalPostgres migratedServer(Path data) {
        var server = LocalPostgres.startDurable(data.resolve("postgres"));
        Migrations.migrate(server.url("postgres"), LocalPostgres.USER, server.password());
        return server;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long whileOthersWrite(LocalPostgres server, Work work) throws Exception {
        var stop = new AtomicBoolean();
        var writer = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                try {
                    execute(server, DOWNLOAD.formatted(10));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        try {
            work.run();
        } finally {
            stop.set(true);
            writer.join();
        }
        try (var connection = server.connect()) {
            return count(connection, "select count(*) from platform.download");
        }
    }

    private static void execute(LocalPostgres server, String statement) throws SQLException {
        try (var connection = server.connect();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
