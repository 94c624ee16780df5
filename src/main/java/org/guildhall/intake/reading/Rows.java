package org.guildhall.intake.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.guildhall.intake.IntakeRefusal.UnreadableFile;
import org.guildhall.intake.IntakeRefusal.UnreadableRow;
import org.guildhall.intake.Layout;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** The rows of one file, one after another, in constant memory; blank rows are left out but counted in the numbers. */
public interface Rows extends AutoCloseable {

    /** The next row, or null after the last; refuses a file that can't be read further. */
    @Nullable
    Row next();

    @Override
    void close();

    /** Opens a file with the given layout; the header, if the layout has one, comes out as the first row. */
    static Rows open(Path file, Layout layout, Limits limits) {
        try {
            return new Bounded(
                    switch (layout.shape()) {
                        case DELIMITED ->
                            new DelimitedRows(
                                    Source.open(file, layout.packing(), limits),
                                    Charset.forName(layout.charset()),
                                    layout.delimiter().charAt(0),
                                    limits);
                        case ALIGNED ->
                            new AlignedRows(
                                    Source.open(file, layout.packing(), limits), Charset.forName(layout.charset()));
                        case WORKBOOK -> new SheetRows(file, limits);
                    },
                    limits);
        } catch (IOException e) {
            throw Refusal.of(new UnreadableFile("damaged"));
        }
    }

    /** Keeps the bounds on rows and columns, whatever the shape. */
    final class Bounded implements Rows {
        private final Rows rows;
        private final Limits limits;
        private long count;

        Bounded(Rows rows, Limits limits) {
            this.rows = rows;
            this.limits = limits;
        }

        @Override
        public @Nullable Row next() {
            var row = rows.next();
            while (row != null && row.isBlank()) {
                row = rows.next();
            }
            if (row != null && ++count > limits.rows()) {
                throw Refusal.of(new UnreadableRow("too-many-rows", row.number()));
            }
            if (row != null && row.cells().size() > limits.columns()) {
                throw Refusal.of(new UnreadableRow("too-many-columns", row.number()));
            }
            return row;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
