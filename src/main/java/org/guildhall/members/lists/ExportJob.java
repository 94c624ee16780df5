package org.guildhall.members.lists;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.members.MemberPermissions;
import org.guildhall.platform.DownloadId;
import org.guildhall.platform.Downloads;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a list as a file, page by page; masked as the actor's screens are; remembered in the audit log. */
@Component
class ExportJob implements JobKind<ExportMembers> {

    static final String CODE = "members.export";

    private final Access access;
    private final Audit audit;
    private final ExportRows rows;
    private final Downloads downloads;
    private final TransactionTemplate transaction;

    ExportJob(Access access, Audit audit, ExportRows rows, Downloads downloads, TransactionTemplate transaction) {
        this.access = access;
        this.audit = audit;
        this.rows = rows;
        this.downloads = downloads;
        this.transaction = transaction;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportMembers> params() {
        return ExportMembers.class;
    }

    @Override
    public void run(JobRun<ExportMembers> run) {
        var asked = run.params();
        var scope = access.require(MemberPermissions.EXPORT);
        boolean masked = !access.may(MemberPermissions.UNMASKED);
        var written = new AtomicReference<>(ExportRows.Written.NOTHING);
        var name = rows.fileName(asked);
        var file = downloads.store(name, asked.format().mediaType(), run.by(), out -> {
            Sheets.write(
                    asked.format(),
                    out,
                    ExportRows.head(asked),
                    sheet -> written.set(rows.write(run, scope, masked, sheet)));
            return written.get().isWhole();
        });
        file.ifPresent(id -> note(run, id, name, written.get().rows(), masked));
    }

    private void note(JobRun<ExportMembers> run, DownloadId file, String name, long written, boolean masked) {
        var asked = run.params();
        transaction.executeWithoutResult(status -> audit.record(AuditEntry.of(
                "members.exported",
                "download",
                file,
                "rows",
                written,
                "masked",
                masked,
                "format",
                asked.format(),
                "reason",
                asked.reason())));
        run.result(Map.of("download", file.toString(), "fileName", name, "rows", written, "masked", masked));
    }
}
