package org.guildhall.intake.runs;

import java.util.Map;
import org.guildhall.access.AuditEntry;
import org.guildhall.intake.IntakeEvent.ImportFinished;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;

/** The import: every batch stays. */
@Component
class ImportJob implements JobKind<ImportTask> {

    private final Runner runner;
    private final ImportStore imports;
    private final Ending ending;
    private final Witness witness;

    ImportJob(Runner runner, ImportStore imports, Ending ending, Witness witness) {
        this.runner = runner;
        this.imports = imports;
        this.ending = ending;
        this.witness = witness;
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
        ending.transaction().executeWithoutResult(status -> {
            imports.imported(id, tally, witness.time().now());
            witness.audit()
                    .record(AuditEntry.of(
                            "intake.imported",
                            "import",
                            id,
                            "read",
                            rows.read(),
                            "accepted",
                            rows.accepted(),
                            "rejected",
                            rows.rejected()));
            ending.events()
                    .publishEvent(
                            new ImportFinished(id, imports.get(id).plan().kind(), rows.accepted(), rows.rejected()));
            job.result(Map.of("report", tally));
        });
    }
}
