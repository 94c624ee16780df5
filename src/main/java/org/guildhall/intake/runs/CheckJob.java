package org.guildhall.intake.runs;

import java.util.Map;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;

/** The dry run: every batch is stored and taken back, so it finds exactly what the import will find. */
@Component
class CheckJob implements JobKind<ImportTask> {

    private final Runner runner;
    private final ImportStore imports;

    CheckJob(Runner runner, ImportStore imports) {
        this.runner = runner;
        this.imports = imports;
    }

    @Override
    public String code() {
        return ImportTask.CHECK;
    }

    @Override
    public Class<ImportTask> params() {
        return ImportTask.class;
    }

    @Override
    public void run(JobRun<ImportTask> job) {
        var tally = runner.run(Run.CHECK, job);
        if (tally != null) {
            imports.checked(job.params().id(), tally);
            job.result(Map.of("report", tally));
        }
    }
}
