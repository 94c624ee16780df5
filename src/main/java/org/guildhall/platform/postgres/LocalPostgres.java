package org.guildhall.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server that belongs to this process: durable, checksummed, password-protected, on loopback only.
 *
 * <p>One process at a time owns a data directory (file lock). A server left running by a killed process is adopted; one
 * left crashed recovers from its log. An unusable directory is an {@link UnusableDataDirectory} that says what to do.
 */
public final class LocalPostgres implements AutoCloseable {

    /** The database role and database that belong to the application. */
    public static final String USER = "guildhall";

    private static final int SECONDS_TO_START = 120;

    private final Path home;
    private final Path cluster;
    private final Path bin;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final int port;

    private LocalPostgres(Path home, Path bin, FileChannel lockFile, FileLock lock, Map<String, String> settings)
            throws IOException {
        this.home = home;
        this.cluster = home.resolve("cluster");
        this.bin = bin;
        this.lockFile = lockFile;
        this.lock = lock;
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise();
        }
        checkVersion();
        Integer orphan = portOfRunningServer();
        this.port = orphan == null ? start(settings) : orphan;
        awaitReady();
    }

    /** Starts, or adopts, the server whose files live in {@code home}. */
    public static LocalPostgres start(Path home, Map<String, String> settings) {
        var folder = home.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            var lockFile =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(lockFile);
            if (lock == null) {
                lockFile.close();
                throw new UnusableDataDirectory(folder, "another running Guildhall uses it; stop that one first");
            }
            return new LocalPostgres(folder, PostgresBinaries.unpackInto(folder), lockFile, lock, settings);
        } catch (IOException e) {
            throw new UnusableDataDirectory(folder, e.getMessage() + "; see " + folder.resolve("postgres.log"), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Starts, or adopts, the server whose files live in {@code home} with the product's durable settings. */
    public static LocalPostgres startDurable(Path home) {
        return startDurable(home, Map.of());
    }

    /** The same with settings besides, to watch it. */
    public static LocalPostgres startDurable(Path home, Map<String, String> besides) {
        var settings = PostgresConfiguration.durableSettings();
        settings.putAll(besides);
        return start(home, settings);
    }

    /** The server that another process runs from {@code home}, if one answers. */
    public static Optional<RunningPostgres> running(Path home) {
        return RunningPostgres.find(home.toAbsolutePath().normalize());
    }

    /** A connection to the application's database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), USER, password());
    }

    /** The JDBC address of the given database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    /** The password of {@link #USER}. */
    public String password() {
        try {
            return Files.readString(home.resolve("password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            run(70, bin.resolve("pg_ctl"), "-D", cluster, "-m", "fast", "-w", "-t", "60", "stop");
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of the directory without stopping the server, as a killed process does. */
    void abandon() throws IOException {
        lock.release();
        lockFile.close();
    }

    private void initialise() throws IOException {
        if (Files.exists(cluster)
                && cluster.toFile().list() != null
                && cluster.toFile().list().length > 0) {
            throw new IOException(cluster + " is not empty and holds no PostgreSQL cluster; move it away");
        }
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        var password = home.resolve("password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, HexFormat.of().formatHex(secret) + "\n");
        int exit = run(
                SECONDS_TO_START,
                bin.resolve("initdb"),
                "-D",
                cluster,
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
        if (exit != 0) {
            throw new IOException("initdb ended with " + exit);
        }
    }

    private void checkVersion() throws IOException {
        var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals("18")) {
            throw new IOException("the cluster was made by PostgreSQL " + version
                    + " and this build brings 18; restore a backup into an empty directory");
        }
    }

    private @Nullable Integer portOfRunningServer() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (Files.exists(pidFile) && run(10, bin.resolve("pg_ctl"), "-D", cluster, "status") == 0) {
            return Integer.valueOf(Files.readAllLines(pidFile).get(3).strip());
        }
        return null;
    }

    private int start(Map<String, String> settings) throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var lines = new ArrayList<String>();
        lines.add("port = " + free);
        settings.forEach((name, value) -> lines.add(name + " = '" + value.replace("'", "''") + "'"));
        Files.write(cluster.resolve("guildhall.conf"), lines);
        var main = cluster.resolve("postgresql.conf");
        var include = "include = 'guildhall.conf'";
        if (!Files.readString(main).contains(include)) {
            Files.writeString(main, "\n" + include + "\n", StandardOpenOption.APPEND);
        }
        int exit = run(
                SECONDS_TO_START + 10,
                bin.resolve("pg_ctl"),
                "-D",
                cluster,
                "-l",
                home.resolve("postgres.log"),
                "-w",
                "-t",
                SECONDS_TO_START,
                "start");
        if (exit != 0) {
            throw new IOException("PostgreSQL did not start (exit " + exit + "): " + lastWords());
        }
        return free;
    }

    private String lastWords() throws IOException {
        var log = home.resolve("postgres.log");
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private void awaitReady() throws IOException {
        SQLException last = null;
        for (int attempt = 0; attempt < SECONDS_TO_START * 20; attempt++) {
            try (var connection = DriverManager.getConnection(url("postgres"), USER, password())) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                last = e;
                pause();
            }
        }
        throw new IOException("PostgreSQL does not answer", last);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", e);
        }
    }

    private int run(int seconds, Object... command) throws IOException {
        List<String> words = new ArrayList<>(asOrdinaryUser());
        for (var word : command) {
            words.add(word.toString());
        }
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("launcher.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroy();
            throw new IOException(words + " did not end within " + seconds + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace without a mapping it sees an ordinary user. */
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U", "--") : List.of();
    }
}
