package org.guildhall.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.DownloadId;
import org.guildhall.platform.Downloads;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes lists out as files within a background job: page by page, with its progress, until it is asked to stop. A file can be
 * fetched only when it is whole, and then the audit log remembers who took it out and why.
 */
@Component
public final class ListFiles {

    private final Downloads downloads;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ListFiles(Downloads downloads, Audit audit, TransactionTemplate transaction) {
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
    public record Sheet(
            String name,
            Sheets.Format format,
            List<String> head,
            String act,
            String reason,
            Map<String, Object> facts) {

        /** The file's name with its suffix. */
        public String fileName() {
            return name + format.suffix();
        }
    }

    /** Writes the lines that the pages give for their cursors, the first for none; the job's result names the file. */
    public void write(JobRun<?> run, Sheet sheet, Function<@Nullable String, Slice<List<@Nullable Object>>> pages) {
        var written = new AtomicReference<>(new Written(0, false));
        var file = downloads.store(sheet.fileName(), sheet.format.mediaType(), run.by(), out -> {
            Sheets.write(sheet.format, out, sheet.head, lines -> written.set(write(run, pages, lines)));
            return written.get().whole;
        });
        file.ifPresent(id -> note(run, sheet, id, written.get().rows));
    }

    /** How many lines were written, and whether those are all. */
    private record Written(long rows, boolean whole) {}

    private static Written write(
            JobRun<?> run,
            Function<@Nullable String, Slice<List<@Nullable Object>>> pages,
            Consumer<List<@Nullable Object>> lines) {
        long written = 0;
        String cursor = null;
        do {
            if (run.cancelled()) {
                return new Written(written, false);
            }
            var page = pages.apply(cursor);
            page.items().forEach(lines);
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
        told.put("format", sheet.format);
        told.put("reason", sheet.reason);
        var act = new AuditEntry(sheet.act, "download", file.toString(), null, null, told);
        transaction.executeWithoutResult(status -> audit.record(act));
        facts.put("download", file.toString());
        facts.put("fileName", sheet.fileName());
        run.result(facts);
    }
}
