package org.guildhall.intake.runs;

import org.guildhall.access.Access;
import org.guildhall.intake.ImportView.Progress;
import org.guildhall.kernel.Actor;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the job of an import is; whoever may see the import may see that, whoever started the job. */
@Component
class Progresses {

    private static final Actor MACHINE = new Actor.Machine("intake");

    private final Jobs jobs;
    private final Access access;

    Progresses(Jobs jobs, Access access) {
        this.jobs = jobs;
        this.access = access;
    }

    @Nullable
    Progress of(ImportStore.Stored stored) {
        var job = stored.jobId();
        if (job == null) {
            return null;
        }
        JobView view = access.runAs(MACHINE, () -> jobs.get(new JobId(job)));
        var failure = view.failure();
        return new Progress(
                view.state(), view.done(), view.total(), failure == null ? null : String.valueOf(failure.get("code")));
    }

    boolean isAtWork(ImportStore.Stored stored) {
        var progress = of(stored);
        return progress != null
                && (progress.state() == JobView.State.WAITING || progress.state() == JobView.State.RUNNING);
    }
}
