package org.guildhall.intake.staging;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.cleaning.Cleaning;
import org.guildhall.intake.cleaning.Outcome;
import org.guildhall.intake.cleaning.PurchaseRow;
import org.guildhall.intake.reading.Row;
import org.guildhall.intake.reading.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file once and spreads its clean facts over batch files, all facts of a member into one: a batch holds whole
 * members, so each member's history is replayed once and batches may be stored in any order.
 *
 * <p>The files are derived from the upload alone; after a crash an unfinished folder is simply staged again.
 */
public final class Staging<T> {

    // Small enough that the first batches are stored, seen and safe from a crash within seconds.
    private static final int FEWEST_ROWS_A_BATCH = 5_000;

    // Beyond so many steps a person sees no difference, and the cost of each weighs more than what a crash repeats.
    private static final int STEPS_ENOUGH = 64;
    private static final int MOST_ROWS_A_BATCH = 20_000;
    private static final int MOST_BATCHES = 256;
    private static final int LOOK_EVERY = 8192;

    private final Cleaning<T> cleaning;
    private final Codec<T> codec;
    private final StageFolder folder;

    /** Staging into the folder. */
    public Staging(Cleaning<T> cleaning, Codec<T> codec, StageFolder folder) {
        this.cleaning = cleaning;
        this.codec = codec;
        this.folder = folder;
    }

    /** How many batches suit a file of so many rows; a member's rows are never split, so one may hold more than its share. */
    public static int batchesFor(long rows) {
        long steps = Math.min(Math.ceilDiv(rows, FEWEST_ROWS_A_BATCH), STEPS_ENOUGH);
        return Math.clamp(Math.max(steps, Math.ceilDiv(rows, MOST_ROWS_A_BATCH)), 1, MOST_BATCHES);
    }

    /** Stages all rows; null when it was stopped before the end. */
    public @Nullable Staged stage(Rows rows, boolean header, int batches, BooleanSupplier stopped) {
        try (var spread = new Spread<>(cleaning, codec, folder, batches)) {
            if (header) {
                rows.next();
            }
            for (var row = rows.next(); row != null; row = rows.next()) {
                spread.take(row);
                if (spread.read % LOOK_EVERY == 0 && stopped.getAsBoolean()) {
                    return null;
                }
            }
            var staged = spread.end();
            folder.finish(staged);
            return staged;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The open batch files and the counts so far. */
    private static final class Spread<T> implements AutoCloseable {
        private final Cleaning<T> cleaning;
        private final Codec<T> codec;
        private final StageFolder folder;
        private final List<DataOutputStream> files = new ArrayList<>();
        private final int[] counts;
        private final DataOutputStream rejected;
        private final PurchaseNumbers numbers = new PurchaseNumbers();
        private long read;
        private long left;
        private long rejectedRows;

        Spread(Cleaning<T> cleaning, Codec<T> codec, StageFolder folder, int batches) throws IOException {
            this.cleaning = cleaning;
            this.codec = codec;
            this.folder = folder;
            this.counts = new int[batches];
            for (int i = 0; i < batches; i++) {
                files.add(folder.create(StageFolder.batchName(i)));
            }
            this.rejected = folder.create("rejected");
        }

        void take(Row row) throws IOException {
            read++;
            switch (cleaning.clean(row)) {
                case Outcome.Clean<T>(T fact) -> put(fact);
                case Outcome.Left<T>() -> left++;
                case Outcome.Rejected<T>(List<Rejection> rejections, String purchase) -> reject(rejections, purchase);
            }
        }

        private void put(T fact) throws IOException {
            if (fact instanceof PurchaseRow purchase && purchase.number() != null) {
                numbers.seen(purchase.number(), purchase.buyer().key());
            }
            int batch = Math.floorMod(PurchaseNumbers.hash(cleaning.partitionKey(fact)) >>> 7, counts.length);
            codec.write(files.get(batch), fact);
            counts[batch]++;
        }

        private void reject(List<Rejection> rejections, @Nullable String purchase) throws IOException {
            if (rejectedRows++ < StageFolder.MOST_REJECTIONS) {
                for (var rejection : rejections) {
                    StageFolder.writeRejection(rejected, rejection);
                }
            }
            if (purchase != null) {
                numbers.spoilt(purchase);
            }
        }

        Staged end() throws IOException {
            folder.writeSpoilt(numbers.spoiltHashes());
            close();
            var rows = new ArrayList<Integer>();
            for (int count : counts) {
                rows.add(count);
            }
            return new Staged(read, left, rejectedRows, rows);
        }

        @Override
        public void close() throws IOException {
            for (var file : files) {
                file.close();
            }
            rejected.close();
        }
    }
}
