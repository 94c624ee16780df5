package org.guildhall.intake.runs;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.guildhall.intake.Layout;
import org.guildhall.intake.profiling.ColumnNames;
import org.guildhall.intake.profiling.ErrorFile;
import org.guildhall.intake.reading.Limits;
import org.guildhall.intake.reading.Row;
import org.guildhall.intake.reading.Rows;
import org.jspecify.annotations.Nullable;

/** The rows of an upload as they stand, found by number in ascending order; columns that we once put before them are left out. */
final class OriginalRows implements AutoCloseable {

    private static final Pattern NEGATIVE = Pattern.compile("-\\d{1,15}([.]\\d{1,6})?");

    private final @Nullable Rows rows;
    private List<String> head = List.of();
    private int ours;
    private @Nullable Row ahead;

    private OriginalRows(@Nullable Rows rows) {
        this.rows = rows;
    }

    /** The rows of this file; none when there is no file, or it is gone. */
    static OriginalRows open(@Nullable Path file, Layout layout) {
        if (file == null || !Files.exists(file)) {
            return new OriginalRows(null);
        }
        var rows = Rows.open(file, layout, Limits.STANDARD);
        var originals = new OriginalRows(rows);
        var first = rows.next();
        if (first != null) {
            var names = ColumnNames.of(first, layout.header(), first.cells().size());
            originals.ours = layout.header() ? ErrorFile.leading(names) : 0;
            originals.head = names.subList(originals.ours, names.size());
            originals.ahead = layout.header() ? rows.next() : first;
        }
        return originals;
    }

    List<String> head() {
        return head;
    }

    /** The cells of the row; numbers must ascend from call to call. */
    List<@Nullable Object> cells(long number) {
        while (rows != null && ahead != null && ahead.number() < number) {
            ahead = rows.next();
        }
        var cells = new ArrayList<@Nullable Object>();
        if (ahead != null && ahead.number() == number) {
            for (int i = ours; i < ahead.cells().size(); i++) {
                cells.add(value(ahead.cell(i)));
            }
        }
        return cells;
    }

    /** A negative number stays a number; any other text that begins like a formula is made harmless by the sheet. */
    private static Object value(String cell) {
        return NEGATIVE.matcher(cell).matches() ? new BigDecimal(cell) : cell;
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }
}
