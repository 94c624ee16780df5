package org.guildhall.intake.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.intake.IntakeRefusal.UnreadableFile;
import org.guildhall.intake.Layout;
import org.guildhall.intake.Layout.Packing;
import org.guildhall.intake.Layout.Shape;
import org.guildhall.kernel.Refusal;

/** Finds out how a file is laid out, by looking at all its bytes for the encoding and at its first rows for the rest. */
public final class LayoutDetection {

    private static final int SAMPLE_BYTES = 1 << 16;
    private static final int SAMPLE_ROWS = 100;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private LayoutDetection() {}

    /** The layout of the file; refuses what is empty, damaged, too large when unpacked, or no text in a known encoding. */
    public static Layout detect(Path file, Limits limits) {
        try {
            var magic = head(Files.newInputStream(file), 4);
            if (magic.length >= 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
                return withHeader(file, new Layout(Packing.PLAIN, Shape.WORKBOOK, "UTF-8", ",", true), limits);
            }
            boolean gzip = magic.length >= 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
            var packing = gzip ? Packing.GZIP : Packing.PLAIN;
            var charset = Encodings.of(() -> Source.open(file, packing, limits));
            var sample = new String(head(Source.open(file, packing, limits), SAMPLE_BYTES), charset);
            return withHeader(file, shaped(packing, charset, wholeLines(sample)), limits);
        } catch (IOException e) {
            throw Refusal.of(new UnreadableFile("damaged"));
        }
    }

    private static Layout shaped(Packing packing, Charset charset, String sample) {
        char best = ',';
        int bestColumns = 1;
        for (char delimiter : DELIMITERS) {
            int columns = steadyColumns(widths(sample, delimiter));
            if (columns > bestColumns) {
                best = delimiter;
                bestColumns = columns;
            }
        }
        boolean aligned = bestColumns == 1 && isAligned(sample);
        return new Layout(
                packing, aligned ? Shape.ALIGNED : Shape.DELIMITED, charset.name(), String.valueOf(best), true);
    }

    private static List<Integer> widths(String sample, char delimiter) {
        var widths = new ArrayList<Integer>();
        try (var records = DelimitedRows.reader(delimiter).ofCsvRecord(sample)) {
            for (var row : records) {
                widths.add(row.getFieldCount());
                if (widths.size() == SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException | IOException e) {
            return List.of();
        }
        return widths;
    }

    /** The commonest number of columns if nine rows in ten have it, else 1: a delimiter splits nearly all rows alike. */
    private static int steadyColumns(List<Integer> widths) {
        int commonest = widths.stream()
                .max((a, b) -> Long.compare(count(widths, a), count(widths, b)))
                .orElse(1);
        return count(widths, commonest) * 10 >= widths.size() * 9L ? commonest : 1;
    }

    private static long count(List<Integer> widths, int width) {
        return widths.stream().filter(w -> w == width).count();
    }

    private static boolean isAligned(String sample) {
        var lines = sample.lines()
                .filter(line -> !line.isBlank())
                .limit(SAMPLE_ROWS)
                .toList();
        boolean padded = lines.stream()
                .anyMatch(line -> line.startsWith(" ") || line.strip().contains("  "));
        return padded
                && steadyColumns(lines.stream()
                                .map(line -> AlignedRows.split(line).size())
                                .toList())
                        > 1;
    }

    private static Layout withHeader(Path file, Layout layout, Limits limits) {
        try (var rows = Rows.open(file, layout, limits)) {
            var first = rows.next();
            if (first == null) {
                throw Refusal.of(new UnreadableFile("empty"));
            }
            var body = new ArrayList<Row>();
            for (var row = rows.next(); row != null && body.size() < SAMPLE_ROWS; row = rows.next()) {
                body.add(row);
            }
            return new Layout(
                    layout.packing(),
                    layout.shape(),
                    layout.charset(),
                    layout.delimiter(),
                    Headers.isHeader(first, body));
        }
    }

    private static String wholeLines(String sample) {
        int end = sample.lastIndexOf('\n');
        return sample.length() < SAMPLE_BYTES / 4 || end < 0 ? sample : sample.substring(0, end);
    }

    private static byte[] head(InputStream in, int length) throws IOException {
        try (in) {
            return in.readNBytes(length);
        }
    }
}
