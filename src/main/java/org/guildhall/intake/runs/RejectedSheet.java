package org.guildhall.intake.runs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guildhall.intake.Rejection;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the rejected rows of a run as a sheet: what is wrong first, then the row as it stood under its own column names, so
 * that a person corrects it in place and brings the sheet in again.
 */
@Component
class RejectedSheet {

    private final BatchStore batches;
    private final ImportFiles files;

    RejectedSheet(BatchStore batches, ImportFiles files) {
        this.batches = batches;
        this.files = files;
    }

    /** Which rejected rows, in whose language, and whether with the rows themselves. */
    record Wish(Run run, Locale language, Sheets.Format format, boolean wholeRows) {}

    void write(ImportStore.Stored stored, Wish wish, OutputStream out) throws IOException {
        var file = wish.wholeRows() ? files.upload(stored.id()) : null;
        try (var originals = OriginalRows.open(file, stored.layout())) {
            var head = new ArrayList<>(RuleTexts.head(wish.language()));
            head.addAll(originals.head());
            Sheets.write(wish.format(), out, head, sheet -> {
                var faults = new ArrayList<Rejection>();
                batches.eachRejection(stored.id(), wish.run(), fault -> {
                    if (!faults.isEmpty() && faults.getFirst().row() != fault.row()) {
                        sheet.accept(line(faults, originals, wish.language()));
                        faults.clear();
                    }
                    faults.add(fault);
                });
                if (!faults.isEmpty()) {
                    sheet.accept(line(faults, originals, wish.language()));
                }
            });
        }
    }

    private static List<@Nullable Object> line(List<Rejection> faults, OriginalRows originals, Locale language) {
        var line = new ArrayList<@Nullable Object>(RuleTexts.line(faults, language));
        line.addAll(originals.cells(faults.getFirst().row()));
        return line;
    }
}
