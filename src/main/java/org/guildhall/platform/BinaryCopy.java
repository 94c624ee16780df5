package org.guildhall.platform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many rows into one table with PostgreSQL's binary COPY, on the connection of the caller's transaction; like
 * {@link CopyWriter}, but neither side turns values into text. Each value must be added as the type its column has.
 *
 * <p>The format: PostgreSQL 18 documentation, COPY, "Binary Format".
 */
public final class BinaryCopy implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    /** Most copies are of a few rows. */
    private static final int SMALLEST = 1 << 12;

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int TEXT = 25;
    private static final int BIGINT = 20;
    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long EPOCH_SECONDS = 946_684_800L;
    private static final long EPOCH_DAY = 10_957L;

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[SMALLEST];
    private int used;

    private BinaryCopy(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
        put(HEADER);
        int4(0);
        int4(0);
    }

    /** What a caller does with an open COPY. */
    @FunctionalInterface
    public interface Rows {
        /** Writes all rows. */
        void writeTo(BinaryCopy out);
    }

    /** Copies rows into {@code table (columns)}; returns how many the server took. */
    public static long copy(DSLContext sql, String tableAndColumns, Rows rows) {
        int columns = (int) tableAndColumns.chars().filter(c -> c == ',').count() + 1;
        return sql.connectionResult(connection -> {
            var copyIn = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + tableAndColumns + " from stdin with (format binary)");
            try (var writer = new BinaryCopy(copyIn, columns)) {
                rows.writeTo(writer);
                return writer.finish();
            }
        });
    }

    /** Begins a row; as many values as there are columns must follow. */
    public BinaryCopy row() {
        if (used >= CHUNK) {
            send();
        }
        int2(columns);
        return this;
    }

    /** Adds a {@code uuid}, or null. */
    public BinaryCopy add(@Nullable UUID value) {
        if (value == null) {
            return none();
        }
        int4(16);
        int8(value.getMostSignificantBits());
        int8(value.getLeastSignificantBits());
        return this;
    }

    /** Adds a {@code text}, or null; without characters zero, which PostgreSQL cannot store. */
    public BinaryCopy add(@Nullable String value) {
        if (value == null) {
            return none();
        }
        var bytes = (value.indexOf('\0') < 0 ? value : value.replace("\0", "")).getBytes(StandardCharsets.UTF_8);
        int4(bytes.length);
        put(bytes);
        return this;
    }

    /** Adds a {@code timestamptz}. */
    public BinaryCopy add(@Nullable Instant value) {
        if (value == null) {
            return none();
        }
        int4(8);
        int8(Math.addExact(
                Math.multiplyExact(value.getEpochSecond() - EPOCH_SECONDS, 1_000_000L), value.getNano() / 1_000));
        return this;
    }

    /** Adds a {@code date}; the first and the last there are become the infinities. */
    public BinaryCopy add(@Nullable LocalDate value) {
        if (value == null) {
            return none();
        }
        int4(4);
        int4(
                value.equals(LocalDate.MAX)
                        ? Integer.MAX_VALUE
                        : value.equals(LocalDate.MIN)
                                ? Integer.MIN_VALUE
                                : Math.toIntExact(value.toEpochDay() - EPOCH_DAY));
        return this;
    }

    /** Adds a {@code bigint}. */
    public BinaryCopy addBig(long value) {
        int4(8);
        int8(value);
        return this;
    }

    /** Adds an {@code int}. */
    public BinaryCopy addInt(int value) {
        int4(4);
        int4(value);
        return this;
    }

    /** Adds a {@code smallint}. */
    public BinaryCopy addSmall(int value) {
        int4(2);
        int2(value);
        return this;
    }

    /** Adds an {@code int}, or null. */
    public BinaryCopy addInt(@Nullable Integer value) {
        return value == null ? none() : addInt(value.intValue());
    }

    /** Adds a {@code text[]} of what each item says, which may be null. */
    public <T> BinaryCopy addTexts(List<T> items, Function<T, @Nullable String> text) {
        int start = array(items.size(), TEXT);
        for (var item : items) {
            add(text.apply(item));
        }
        return endArray(start);
    }

    /** Adds a {@code bigint[]} of what each item says. */
    public <T> BinaryCopy addBigs(List<T> items, ToLongFunction<T> number) {
        int start = array(items.size(), BIGINT);
        for (var item : items) {
            addBig(number.applyAsLong(item));
        }
        return endArray(start);
    }

    /** The head of an array, which says that elements may be null; its length is filled in at the end. */
    private int array(int size, int type) {
        int start = used;
        int4(0);
        int4(size == 0 ? 0 : 1);
        int4(1);
        int4(type);
        if (size > 0) {
            int4(size);
            int4(1);
        }
        return start;
    }

    private BinaryCopy endArray(int start) {
        int end = used;
        used = start;
        int4(end - start - Integer.BYTES);
        used = end;
        return this;
    }

    private BinaryCopy none() {
        int4(-1);
        return this;
    }

    private long finish() {
        try {
            int2(-1);
            send();
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

    private void int2(int value) {
        ensure(Short.BYTES);
        SHORTS.set(buffer, used, (short) value);
        used += Short.BYTES;
    }

    private void int4(int value) {
        ensure(Integer.BYTES);
        INTS.set(buffer, used, value);
        used += Integer.BYTES;
    }

    private void int8(long value) {
        ensure(Long.BYTES);
        LONGS.set(buffer, used, value);
        used += Long.BYTES;
    }

    private void put(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void ensure(int more) {
        if (used + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + more));
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
