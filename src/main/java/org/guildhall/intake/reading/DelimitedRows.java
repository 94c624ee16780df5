package org.guildhall.intake.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.guildhall.intake.IntakeRefusal.UnreadableRow;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Rows by RFC 4180 with any one-character delimiter; a cell too long usually is a quote that is never closed. */
final class DelimitedRows implements Rows {

    private final CloseableIterator<CsvRecord> records;
    private long last;

    DelimitedRows(InputStream bytes, Charset charset, char delimiter, Limits limits) {
        records = reader(delimiter)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(limits.columns() * 4)
                                .maxFieldSize(limits.cellCharacters())
                                .maxRecordSize(limits.cellCharacters() * 8)),
                        bytes,
                        charset)
                .iterator();
    }

    /** The one way in which delimited text is read, also when its delimiter is being guessed. */
    static CsvReader.CsvReaderBuilder reader(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(true);
    }

    @Override
    public @Nullable Row next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var csv = records.next();
            last = csv.getStartingLineNumber();
            return new Row(last, csv.getFields());
        } catch (CsvParseException e) {
            throw Refusal.of(new UnreadableRow("unclosed-quote", last + 1));
        } catch (UncheckedIOException e) {
            throw Refusal.of(new UnreadableRow("damaged", last + 1));
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
