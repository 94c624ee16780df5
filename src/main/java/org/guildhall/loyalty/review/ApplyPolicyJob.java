package org.guildhall.loyalty.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.purchases.Histories;
import org.guildhall.loyalty.purchases.Recorder;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;

/**
 * Carries out a version that came into force: members are replayed in batches, each batch with the job's progress in one
 * transaction, so that it resumes where it was. The past is judged by the versions of its days and stays as it was.
 */
@Component
class ApplyPolicyJob implements JobKind<ApplyPolicy> {

    static final String CODE = "loyalty.apply-policy";
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Actor ACTOR = new Actor.Machine("loyalty.policies");

    private final Access access;
    private final ReviewStore store;
    private final Histories histories;
    private final Recorder recorder;
    private final Reviews.Surroundings surroundings;

    ApplyPolicyJob(
            Access access,
            ReviewStore store,
            Histories histories,
            Recorder recorder,
            Reviews.Surroundings surroundings) {
        this.access = access;
        this.store = store;
        this.histories = histories;
        this.recorder = recorder;
        this.surroundings = surroundings;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ApplyPolicy> params() {
        return ApplyPolicy.class;
    }

    @Override
    public void run(JobRun<ApplyPolicy> run) {
        access.runAs(ACTOR, () -> {
            carryOut(run);
            return run;
        });
    }

    private void carryOut(JobRun<ApplyPolicy> run) {
        var work = run.params();
        var progress = Progress.of(run.cursor());
        long total = Math.max(store.standings(), progress.done);
        for (var chunk = next(work, progress); !chunk.isEmpty(); chunk = next(work, progress)) {
            if (run.cancelled()) {
                return;
            }
            progress = refresh(run, chunk, progress, total);
        }
        var done = progress;
        surroundings
                .transactions()
                .executeWithoutResult(status -> store.done(
                        work.key(), work.from(), done.done, surroundings.time().now()));
        run.result(Map.of("members", done.done, "tierChanges", done.moved));
    }

    private List<MemberId> next(ApplyPolicy work, Progress progress) {
        return work.everybody()
                ? store.all(progress.after, BATCH)
                : histories.activeSince(surroundings.time().startOf(work.from()), progress.after, BATCH);
    }

    private Progress refresh(JobRun<ApplyPolicy> run, List<MemberId> members, Progress before, long total) {
        return java.util.Objects.requireNonNull(surroundings.transactions().execute(status -> {
            var changes = recorder.refresh(members).tierChanges();
            changes.forEach(surroundings.events()::publishEvent);
            var after = new Progress(
                    members.getLast().value(), before.done + members.size(), before.moved + changes.size());
            run.checkpoint(after.cursor(), after.done, Math.max(total, after.done));
            return after;
        }));
    }

    /** How far the job is. */
    private record Progress(UUID after, int done, int moved) {

        static Progress of(@org.jspecify.annotations.Nullable String cursor) {
            if (cursor == null) {
                return new Progress(FIRST, 0, 0);
            }
            var parts = cursor.split(" ", -1);
            return new Progress(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }

        String cursor() {
            return after + " " + done + " " + moved;
        }
    }
}
