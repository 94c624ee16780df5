package org.guildhall.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes a database into a backup file and a backup file into an empty, migrated database. */
final class BackupFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BackupFile() {}

    /**
     * Copies every table as of one moment into {@code file}, which appears only when it is complete. The connection must be
     * fresh: its transaction becomes the snapshot.
     */
    static Manifest write(Connection connection, Path file, Clock clock) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        var tables = new ArrayList<Manifest.Table>();
        Manifest manifest;
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
            zip.setLevel(3);
            for (var table : Catalogue.tables(connection)) {
                zip.putNextEntry(new ZipEntry(table.name()));
                tables.add(copyOut(connection, table.name(), table.columns(), zip));
                zip.closeEntry();
            }
            manifest = new Manifest(
                    Manifest.FORMAT,
                    clock.instant(),
                    Catalogue.migrations(connection),
                    tables,
                    Catalogue.sequences(connection));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
        }
        connection.rollback();
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return manifest;
    }

    /** Reads what a file holds. */
    static Manifest manifest(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableBackup("there is no file " + file.toAbsolutePath());
        }
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                throw new UnusableBackup(file + " is not a complete backup: it has no manifest");
            }
            try (var in = zip.getInputStream(entry)) {
                return JSON.readValue(in, Manifest.class);
            }
        } catch (ZipException | JacksonException e) {
            throw new UnusableBackup(file + " is no backup of this product, or it is damaged: " + e.getMessage());
        }
    }

    /**
     * Fills a migrated database without data of its own from the file, in one transaction, and compares every table's rows
     * and checksum with the manifest before it commits; anything else than equality is an {@link UnusableBackup}.
     */
    static Manifest restore(Path file, Connection connection) throws SQLException, IOException {
        var manifest = manifest(file);
        var present = Catalogue.migrations(connection);
        if (manifest.format() != Manifest.FORMAT || !manifest.migrations().equals(present)) {
            throw new UnusableBackup("the backup was taken with migrations " + manifest.migrations()
                    + " and this version has " + present + "; restore it with the version that took it, then upgrade");
        }
        connection.setAutoCommit(false);
        // Foreign keys and append-only triggers were satisfied when the rows were first written.
        execute(connection, "set local session_replication_role = replica");
        try (var zip = new ZipFile(file.toFile())) {
            for (var table : manifest.tables()) {
                execute(connection, "delete from " + table.name());
                copyIn(connection, table, zip);
            }
        }
        for (var sequence : manifest.sequences().entrySet()) {
            if (sequence.getValue() > 0) {
                execute(connection, "select setval('" + sequence.getKey() + "', " + sequence.getValue() + ")");
            }
        }
        compare(connection, manifest);
        connection.commit();
        return manifest;
    }

    private static void compare(Connection connection, Manifest manifest) throws SQLException, IOException {
        for (var table : manifest.tables()) {
            var restored = copyOut(connection, table.name(), table.columns(), OutputStream.nullOutputStream());
            if (!restored.equals(table)) {
                throw new UnusableBackup("after restoring, " + table.name() + " has " + restored.rows()
                        + " rows with checksum " + restored.checksum() + ", the backup says " + table.rows() + " and "
                        + table.checksum() + "; nothing was kept");
            }
        }
    }

    private static Manifest.Table copyOut(Connection connection, String table, String columns, OutputStream out)
            throws SQLException, IOException {
        var sum = new RowSum(out);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + table + " (" + columns + ") to stdout", sum);
        return new Manifest.Table(table, columns, sum.rows(), sum.checksum());
    }

    private static void copyIn(Connection connection, Manifest.Table table, ZipFile zip)
            throws SQLException, IOException {
        var entry = zip.getEntry(table.name());
        if (entry == null) {
            throw new UnusableBackup("the backup lacks " + table.name());
        }
        try (var in = zip.getInputStream(entry)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin", in, 1 << 16);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
