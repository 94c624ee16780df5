package org.guildhall.intake.runs;

import java.util.Map;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.intake.IntakeEvent.ImportFinished;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The import: every batch stays. */
@Component
class ImportJob implements JobKind<ImportTask> {

    private final Runner runner;
    private final ImportStore imports;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    ImportJob(
            Runner runner,
            ImportStore imports,
            TransactionTemplate transaction,
            Audit audit,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.runner = runner;
        this.imports = imports;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    @Override
    public String code() {
        return ImportTask.IMPORT;
    }

    @Override
    public Class<ImportTask> params() {
        return ImportTask.class;
    }

    @Override
    public void run(JobRun<ImportTask> job) {
        var tally = runner.run(Run.IMPORT, job);
        if (tally == null) {
            return;
        }
        var id = job.params().id();
        var rows = tally.rows();
        transaction.executeWithoutResult(status -> {
            imports.imported(id, tally, time.now());
            audit.record(AuditEntry.of(
                    "intake.imported",
                    "import",
                    id,
                    "read",
                    rows.read(),
                    "accepted",
                    rows.accepted(),
                    "rejected",
                    rows.rejected()));
            events.publishEvent(
                    new ImportFinished(id, imports.get(id).plan().kind(), rows.accepted(), rows.rejected()));
            job.result(Map.of("report", tally));
        });
    }
}
