package org.guildhall.platform;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many rows into one table with PostgreSQL's COPY, on the connection of the caller's transaction: either all rows
 * are in when the transaction commits, or none. Values are written as text and checked by the table's constraints.
 */
public final class CopyWriter implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private byte[] buffer = new byte[CHUNK + 4096];
    private int used;
    private boolean firstColumn = true;

    private CopyWriter(CopyIn copy) {
        this.copy = copy;
    }

    /** What a caller does with an open COPY. */
    @FunctionalInterface
    public interface Rows {
        /** Writes all rows. */
        void writeTo(CopyWriter out);
    }

    /** Copies rows into {@code table (columns)}; returns how many the server took. */
    public static long copy(DSLContext sql, String tableAndColumns, Rows rows) {
        return sql.connectionResult(connection -> {
            var copyIn = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + tableAndColumns + " from stdin");
            try (var writer = new CopyWriter(copyIn)) {
                rows.writeTo(writer);
                return writer.finish();
            }
        });
    }

    /** Adds a text value, or null. */
    public CopyWriter add(@Nullable String value) {
        separate();
        if (value == null) {
            put("\\N");
        } else if (isPlain(value)) {
            put(value);
        } else {
            escaped(value);
        }
        return this;
    }

    /** Adds a number. */
    public CopyWriter add(long value) {
        separate();
        put(Long.toString(value));
        return this;
    }

    /** Adds any value whose text form PostgreSQL reads (UUID, LocalDate, BigDecimal), or null. */
    public CopyWriter add(@Nullable Object value) {
        return add(value == null ? null : value.toString());
    }

    /** Adds an instant, or null; what is finer than a microsecond is dropped, where PostgreSQL would round it. */
    public CopyWriter add(@Nullable Instant value) {
        return add(value == null ? null : value.truncatedTo(ChronoUnit.MICROS).toString());
    }

    /** Adds bytes, or null. */
    public CopyWriter add(byte @Nullable [] value) {
        separate();
        if (value == null) {
            put("\\N");
        } else {
            put("\\\\x");
            put(HexFormat.of().formatHex(value));
        }
        return this;
    }

    /** Ends the row. */
    public void endRow() {
        buffer[used++] = '\n';
        firstColumn = true;
        if (used >= CHUNK) {
            send();
        }
    }

    private long finish() {
        send();
        try {
            return copy.endCopy();
        } catch (SQLException e) {
            throw new DataAccessException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void separate() {
        if (!firstColumn) {
            ensure(1);
            buffer[used++] = '\t';
        }
        firstColumn = false;
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c < 0x20) {
                return false;
            }
        }
        return true;
    }

    private void escaped(String value) {
        var text = value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\u0000", "");
        put(text);
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ensure(bytes.length + 2);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void ensure(int more) {
        if (used + more + 2 > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + more + 2));
        }
    }

    private void send() {
        try {
            if (used > 0) {
                copy.writeToCopy(buffer, 0, used);
            }
            used = 0;
        } catch (SQLException e) {
            throw new DataAccessException(e.getMessage(), e);
        }
    }
}
