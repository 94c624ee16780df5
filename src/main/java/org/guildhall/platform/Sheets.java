package org.guildhall.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as CSV (UTF-8 with byte order mark, RFC 4180) or XLSX, row by row.
 *
 * <p>A text that a spreadsheet would run as a formula (it begins with =, +, -, @, tab or return) is written with a leading
 * apostrophe; numbers stay numbers.
 */
public final class Sheets {

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int ROWS_BETWEEN_FLUSHES = 1000;
    private static final int ROWS_OF_A_SHEET = 1 << 20;

    private Sheets() {}

    /** The file formats. */
    public enum Format {
        /** Comma-separated values. */
        CSV("text/csv", ".csv"),
        /** Office Open XML workbook with one sheet. */
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

        private final String mediaType;
        private final String suffix;

        Format(String mediaType, String suffix) {
            this.mediaType = mediaType;
            this.suffix = suffix;
        }

        /** The media type of the format. */
        public String mediaType() {
            return mediaType;
        }

        /** The file name's ending, with its dot. */
        public String suffix() {
            return suffix;
        }
    }

    /** Writes a sheet: the head, then the rows that the source hands to its consumer. */
    public static void write(
            Format format, OutputStream out, List<String> head, Consumer<Consumer<List<@Nullable Object>>> source)
            throws IOException {
        switch (format) {
            case CSV -> writeCsv(out, head, source);
            case XLSX -> writeXlsx(out, head, source);
        }
    }

    /** A time as files write it, to the second. */
    public static String written(ZonedDateTime at) {
        return TO_THE_SECOND.format(at);
    }

    /** The text, made harmless for a spreadsheet. */
    public static String neutral(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r' -> "'" + text;
            default -> text;
        };
    }

    private static void writeCsv(OutputStream out, List<String> head, Consumer<Consumer<List<@Nullable Object>>> source)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff');
        csvRow(writer, List.copyOf(head));
        try {
            source.accept(row -> {
                try {
                    csvRow(writer, row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void csvRow(Writer writer, List<? extends @Nullable Object> row) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            writer.write(csvCell(row.get(i)));
        }
        writer.write("\r\n");
    }

    private static String csvCell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value instanceof Number ? value.toString() : neutral(value.toString());
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void writeXlsx(
            OutputStream out, List<String> head, Consumer<Consumer<List<@Nullable Object>>> source) throws IOException {
        try (var workbook = new Workbook(out, "Guildhall", "1.0")) {
            var pages = new Pages(workbook, head);
            source.accept(pages::add);
        }
    }

    /** A workbook's sheets, one after the other: a full one is followed by the next, under the same head. */
    private static final class Pages {

        private final Workbook workbook;
        private final List<String> head;
        private Worksheet sheet;
        private int sheets = 1;
        private int next = 1;

        Pages(Workbook workbook, List<String> head) {
            this.workbook = workbook;
            this.head = List.copyOf(head);
            this.sheet = begun();
        }

        void add(List<@Nullable Object> row) {
            if (next == ROWS_OF_A_SHEET) {
                finish(sheet);
                sheets++;
                sheet = begun();
                next = 1;
            }
            xlsxRow(sheet, next++, row);
            if (next % ROWS_BETWEEN_FLUSHES == 0) {
                flush(sheet);
            }
        }

        private Worksheet begun() {
            var begun = workbook.newWorksheet("Sheet" + sheets);
            xlsxRow(begun, 0, head);
            begun.freezePane(0, 1);
            return begun;
        }
    }

    private static void finish(Worksheet sheet) {
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void xlsxRow(Worksheet sheet, int number, List<? extends @Nullable Object> row) {
        for (int column = 0; column < row.size(); column++) {
            switch (row.get(column)) {
                case null -> {}
                case Long value -> {
                    if (isExactInSheets(value)) {
                        sheet.value(number, column, value);
                    } else {
                        sheet.value(number, column, value.toString());
                    }
                }
                case Integer value -> sheet.value(number, column, value);
                case BigDecimal value -> sheet.value(number, column, value);
                case LocalDate value -> {
                    sheet.value(number, column, value);
                    sheet.style(number, column).format("yyyy-mm-dd").set();
                }
                case Object value -> sheet.value(number, column, neutral(value.toString()));
            }
        }
    }

    /** Spreadsheets keep 15 digits; a longer number is written as text. */
    private static boolean isExactInSheets(long value) {
        return Math.abs(value) < 1_000_000_000_000_000L;
    }
}
