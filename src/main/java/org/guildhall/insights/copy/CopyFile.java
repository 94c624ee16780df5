package org.guildhall.insights.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the DuckDB file under {@code <guildhall.data>/insights} when first needed and hands out connections to it.
 *
 * <p>A file that can't be read is thrown away, since the copy is rebuilt from PostgreSQL; one that another process holds is
 * a fault of the installation and stays untouched.
 */
final class CopyFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CopyFile.class);
    /** What analysis may take beside the application; beyond it DuckDB spills to disk. */
    private static final String MEMORY = "256MB";

    private final Path file;
    private @Nullable DuckDBConnection root;

    CopyFile(Path directory) {
        this.file = directory.resolve("insights.duckdb");
    }

    /** A new connection; the caller closes it. */
    synchronized DuckDBConnection connect() {
        try {
            if (root == null) {
                root = open();
            }
            return root.duplicate();
        } catch (SQLException e) {
            throw new IllegalStateException("the analytical copy " + file + " can't be used: " + e.getMessage(), e);
        }
    }

    private DuckDBConnection open() throws SQLException {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return tryOpen();
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("lock")) {
                throw e;
            }
            LOG.warn("The analytical copy {} can't be read and is rebuilt: {}", file, e.getMessage());
            discard();
            return tryOpen();
        }
    }

    private DuckDBConnection tryOpen() throws SQLException {
        var settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", "2");
        settings.setProperty("preserve_insertion_order", "false");
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
    }

    private void discard() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (root != null) {
            try {
                root.close();
            } catch (SQLException e) {
                throw new IllegalStateException("the analytical copy " + file + " can't be closed", e);
            }
            root = null;
        }
    }
}
