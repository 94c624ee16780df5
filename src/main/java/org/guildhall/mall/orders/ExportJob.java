package org.guildhall.mall.orders;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Scope;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.mall.ExportRedemptions;
import org.guildhall.mall.MallPermissions;
import org.guildhall.members.Members;
import org.guildhall.platform.DownloadId;
import org.guildhall.platform.Downloads;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes redemptions as a file, page by page, as far as the actor's reach goes; remembered in the audit log. */
@Component
class ExportJob implements JobKind<ExportRedemptions> {

    static final String CODE = "mall.export";

    private final Access access;
    private final Audit audit;
    private final Source source;
    private final Downloads downloads;
    private final TransactionTemplate transaction;

    ExportJob(Access access, Audit audit, Source source, Downloads downloads, TransactionTemplate transaction) {
        this.access = access;
        this.audit = audit;
        this.source = source;
        this.downloads = downloads;
        this.transaction = transaction;
    }

    /** Where the lines come from. */
    @Component
    record Source(RedemptionSearch search, Members members, ExportLines lines, BusinessTime time) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportRedemptions> params() {
        return ExportRedemptions.class;
    }

    @Override
    public void run(JobRun<ExportRedemptions> run) {
        var scope = access.require(MallPermissions.EXPORT);
        var asked = run.params();
        if (asked.query().member() != null) {
            source.members.requireVisible(new MemberId(asked.query().member()), MallPermissions.EXPORT);
        }
        var written = new AtomicReference<>(new Written(0, false));
        var name = "redemptions-" + source.time.today() + asked.format().suffix();
        var file = downloads.store(name, asked.format().mediaType(), run.by(), out -> {
            Sheets.write(
                    asked.format(),
                    out,
                    ExportLines.head(asked.language()),
                    sheet -> written.set(write(run, scope, sheet)));
            return written.get().whole;
        });
        file.ifPresent(id -> note(run, id, name, written.get().rows));
    }

    /** How many lines were written, and whether those are all. */
    private record Written(long rows, boolean whole) {}

    private void note(JobRun<ExportRedemptions> run, DownloadId file, String name, long rows) {
        var asked = run.params();
        transaction.executeWithoutResult(status -> audit.record(AuditEntry.of(
                "mall.exported", "download", file, "rows", rows, "format", asked.format(), "reason", asked.reason())));
        run.result(Map.of("download", file.toString(), "fileName", name, "rows", rows));
    }

    private Written write(JobRun<ExportRedemptions> run, Scope scope, Consumer<List<@Nullable Object>> sheet) {
        long written = 0;
        String cursor = null;
        do {
            var query = run.params().query().page(cursor, Slice.PAGE_LIMIT);
            var page = source.search.page(query, scope);
            for (var line : source.lines.of(page.items(), run.params().language())) {
                sheet.accept(line);
                written++;
            }
            cursor = page.next();
            long total = page.total() == null ? written : page.total().value();
            run.checkpoint("", written, Math.max(total, written));
        } while (cursor != null && !run.cancelled());
        return new Written(written, cursor == null);
    }
}
