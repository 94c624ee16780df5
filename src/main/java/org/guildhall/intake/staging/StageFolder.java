package org.guildhall.intake.staging;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one staged file: batch files, spoilt purchase numbers, rejected rows, and a summary that is written last and
 * moved into place, so that a folder with a summary is whole whatever happened to the process.
 */
public final class StageFolder {

    /** The most rejected rows that are kept in detail; all are counted. */
    public static final int MOST_REJECTIONS = 100_000;

    private static final int BUFFER_BYTES = 1 << 15;

    private final Path folder;

    /** A folder that may not exist yet. */
    public StageFolder(Path folder) {
        this.folder = folder;
    }

    /** What was staged, or null when staging never came to its end. */
    public @Nullable Staged staged() {
        var summary = folder.resolve("summary");
        if (!Files.exists(summary)) {
            return null;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(summary)))) {
            long read = in.readLong();
            long left = in.readLong();
            long rejected = in.readLong();
            var rows = new ArrayList<Integer>();
            for (int n = in.readInt(); n > 0; n--) {
                rows.add(in.readInt());
            }
            return new Staged(read, left, rejected, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish(Staged staged) throws IOException {
        var draft = folder.resolve("summary.draft");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
            out.writeLong(staged.read());
            out.writeLong(staged.left());
            out.writeLong(staged.rejected());
            out.writeInt(staged.batches());
            for (int rows : staged.rowsByBatch()) {
                out.writeInt(rows);
            }
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        Files.move(draft, folder.resolve("summary"), StandardCopyOption.ATOMIC_MOVE);
    }

    DataOutputStream create(String name) throws IOException {
        Files.createDirectories(folder);
        return new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), BUFFER_BYTES));
    }

    /** The clean facts of a batch, in the order of the file. */
    public <T> List<T> batch(int number, int rows, Codec<T> codec) {
        var facts = new ArrayList<T>(rows);
        try (var in = open(batchName(number))) {
            for (int i = 0; i < rows; i++) {
                facts.add(codec.read(in));
            }
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether a purchase number is spoilt. */
    public SpoiltNumbers spoilt() {
        try (var in = open("spoilt")) {
            var hashes = new long[in.readInt()];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = in.readLong();
            }
            return number -> Arrays.binarySearch(hashes, PurchaseNumbers.hash(number)) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers of purchases that must not be taken because one of their rows is bad. */
    public interface SpoiltNumbers {
        /** Whether the number is one of them. */
        boolean contains(String number);
    }

    void writeSpoilt(long[] hashes) throws IOException {
        try (var out = create("spoilt")) {
            out.writeInt(hashes.length);
            for (long hash : hashes) {
                out.writeLong(hash);
            }
        }
    }

    static void writeRejection(DataOutputStream out, Rejection rejection) throws IOException {
        out.writeLong(rejection.row());
        out.writeUTF(rejection.field() == null ? "" : rejection.field().name());
        out.writeUTF(rejection.value() == null ? "" : rejection.value());
        out.writeUTF(rejection.rule().name());
    }

    /** The rows that were rejected by themselves, the first {@link #MOST_REJECTIONS} of them. */
    public List<Rejection> rejections() {
        var rejections = new ArrayList<Rejection>();
        try (var in = open("rejected")) {
            while (true) {
                long row = in.readLong();
                var field = in.readUTF();
                var value = in.readUTF();
                var rule = Rule.valueOf(in.readUTF());
                rejections.add(
                        new Rejection(row, field.isEmpty() ? null : ImportField.valueOf(field), value, rule, Map.of()));
            }
        } catch (EOFException e) {
            return rejections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataInputStream open(String name) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(name)), BUFFER_BYTES));
    }

    static String batchName(int number) {
        return "batch-%04d".formatted(number);
    }
}
