package org.guildhall.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Instant;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Acting;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.guildhall.platform.PlatformRefusal.NoSuchJob;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link Jobs} on db-scheduler: the job's row and its schedule commit together. */
@Component
class ScheduledJobs implements Jobs {

    private final JobStore store;
    private final Acting acting;
    private final BusinessTime time;
    private final CustomTask<Void> task;
    private final ObjectProvider<SchedulerClient> scheduler;

    ScheduledJobs(
            JobStore store,
            Acting acting,
            BusinessTime time,
            CustomTask<Void> task,
            ObjectProvider<SchedulerClient> scheduler) {
        this.store = store;
        this.acting = acting;
        this.time = time;
        this.task = task;
        this.scheduler = scheduler;
    }

    @Override
    @Transactional
    public JobId start(String kind, Object params, Actor by, @Nullable String key) {
        var now = time.now();
        var fresh = new JobId(Ids.next(time.clock()));
        var id = store.insert(fresh, new JobStore.Asked(kind, params, by, by.name(), key), now);
        if (id.equals(fresh)) {
            scheduler.getObject().scheduleIfNotExists(task.instance(id.toString()), Instant.EPOCH);
        }
        return id;
    }

    @Override
    public JobView get(JobId id) {
        var view = store.find(id, ownOnly());
        if (view == null) {
            throw Refusal.of(new NoSuchJob(id.toString()));
        }
        return view;
    }

    @Override
    public Slice<JobView> list(@Nullable String kind, @Nullable String cursor, int limit) {
        var rows = store.list(ownOnly(), kind, cursor, limit + 1);
        return Slice.cut(rows, limit, last -> Cursors.encode(last.createdAt(), last.id()), null);
    }

    @Override
    public boolean pending(String kind) {
        return store.pending(kind);
    }

    @Override
    @Transactional
    public void cancel(JobId id) {
        store.askToCancel(get(id).id());
    }

    private @Nullable String ownOnly() {
        return acting.mayAdminister() ? null : acting.current().reference();
    }
}
