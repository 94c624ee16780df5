package org.guildhall.intake.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.intake.IntakeRefusal.UnreadableRow;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Rows whose columns are set apart by runs of spaces or tabs, as old statistical files have them. */
final class AlignedRows implements Rows {

    private final BufferedReader lines;
    private long number;

    AlignedRows(InputStream bytes, Charset charset) {
        lines = new BufferedReader(new InputStreamReader(bytes, charset), 1 << 16);
    }

    static List<String> split(String line) {
        var cells = new ArrayList<String>();
        int at = 0;
        while (at < line.length()) {
            while (at < line.length() && line.charAt(at) <= ' ') {
                at++;
            }
            int from = at;
            while (at < line.length() && line.charAt(at) > ' ') {
                at++;
            }
            if (at > from) {
                cells.add(line.substring(from, at));
            }
        }
        return cells;
    }

    @Override
    public @Nullable Row next() {
        try {
            var line = lines.readLine();
            return line == null ? null : new Row(++number, split(line));
        } catch (IOException e) {
            throw Refusal.of(new UnreadableRow("damaged", number + 1));
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
