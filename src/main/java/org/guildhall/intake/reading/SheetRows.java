package org.guildhall.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.guildhall.intake.IntakeRefusal.FileTooLarge;
import org.guildhall.intake.IntakeRefusal.UnreadableFile;
import org.guildhall.intake.IntakeRefusal.UnreadableRow;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's first sheet, streamed; numbers come out as typed, without the digits Excel adds in display. */
final class SheetRows implements Rows {

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private long last;

    SheetRows(Path file, Limits limits) throws IOException {
        refuseBomb(file, limits);
        try {
            workbook = new ReadableWorkbook(file.toFile());
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (ExcelReaderException e) {
            throw Refusal.of(new UnreadableFile("not-a-workbook"));
        }
    }

    private static void refuseBomb(Path file, Limits limits) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw Refusal.of(new UnreadableFile("not-a-workbook"));
            }
            long size = zip.stream()
                    .mapToLong(entry -> Math.max(entry.getSize(), 0))
                    .sum();
            if (size > limits.unpackedBytes()) {
                throw Refusal.of(new FileTooLarge(limits.unpackedBytes(), true));
            }
        }
    }

    @Override
    public @Nullable Row next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            var row = rows.next();
            last = row.getRowNum();
            var cells = new ArrayList<String>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(text(row.getCell(i)));
            }
            return new Row(last, cells);
        } catch (ExcelReaderException e) {
            throw Refusal.of(new UnreadableRow("damaged", last + 1));
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        var text = cell.getText();
        return text == null ? "" : text;
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
