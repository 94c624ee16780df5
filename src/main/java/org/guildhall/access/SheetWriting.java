package org.guildhall.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.guildhall.platform.DownloadId;
import org.guildhall.platform.Downloads;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a list to a sheet of the actor's downloads and remembers it, unless the job was stopped meanwhile. */
@Component
final class SheetWriting {

    private final Downloads downloads;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SheetWriting(Downloads downloads, Audit audit, TransactionTemplate transaction) {
        this.downloads = downloads;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * What is taken out.
     *
     * @param name the file's, without its suffix
     * @param act what the audit log calls it
     * @param facts what else the audit log and the job's result tell
     */
    record Sheet(String name, List<String> head, String act, FileRequest asked, Map<String, Object> facts) {

        Sheets.Format format() {
            return asked.format();
        }

        String fileName() {
            return name + format().suffix();
        }
    }

    /** Writes all lines; the job's result names the file. */
    void write(JobRun<?> run, Sheet sheet, FileExport.Lines lines) {
        var written = new AtomicReference<>(new Written(0, false));
        var file = downloads.store(sheet.fileName(), sheet.format().mediaType(), run.by(), out -> {
            Sheets.write(sheet.format(), out, sheet.head, rows -> written.set(write(run, lines, rows)));
            return written.get().whole;
        });
        file.ifPresent(id -> note(run, sheet, id, written.get().rows));
    }

    /** How many lines were written, and whether those are all. */
    private record Written(long rows, boolean whole) {}

    private static Written write(JobRun<?> run, FileExport.Lines lines, Consumer<List<@Nullable Object>> rows) {
        long written = 0;
        String cursor = null;
        do {
            if (run.cancelled()) {
                return new Written(written, false);
            }
            var page = lines.page(cursor);
            page.items().forEach(rows);
            written += page.items().size();
            cursor = page.next();
            long total = page.total() == null ? written : page.total().value();
            run.checkpoint("", written, Math.max(total, written));
        } while (cursor != null);
        return new Written(written, true);
    }

    private void note(JobRun<?> run, Sheet sheet, DownloadId file, long rows) {
        var facts = new HashMap<String, Object>(sheet.facts);
        facts.put("rows", rows);
        var told = new HashMap<>(facts);
        told.put("format", sheet.format());
        told.put("reason", sheet.asked.reason());
        var act = new AuditEntry(sheet.act, "download", file.toString(), null, null, told);
        transaction.executeWithoutResult(status -> audit.record(act));
        facts.put("download", file.toString());
        facts.put("fileName", sheet.fileName());
        run.result(facts);
    }
}
