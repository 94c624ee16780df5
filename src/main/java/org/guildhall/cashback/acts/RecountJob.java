package org.guildhall.cashback.acts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts anew what was bought since rules came into force, some buyers a transaction; it resumes where it was. */
@Component
class RecountJob implements JobKind<RecountSince> {

    static final String CODE = "cashback.recount";

    private static final int BUYERS_AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Actor ACTOR = new Actor.Machine("cashback");

    private final ObjectProvider<Loyalty> loyalty;
    private final Recount recount;
    private final Surroundings surroundings;

    RecountJob(ObjectProvider<Loyalty> loyalty, Recount recount, Surroundings surroundings) {
        this.loyalty = loyalty;
        this.recount = recount;
        this.surroundings = surroundings;
    }

    /** In whose name, on which days, in which transactions. */
    @Component
    record Surroundings(Access access, BusinessTime time, TransactionTemplate transaction) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<RecountSince> params() {
        return RecountSince.class;
    }

    @Override
    public void run(JobRun<RecountSince> run) {
        surroundings.access.runAs(ACTOR, () -> {
            carryOut(run);
            return run;
        });
    }

    private void carryOut(JobRun<RecountSince> run) {
        var progress = Progress.of(run.cursor());
        for (var buyers = next(run, progress); !buyers.isEmpty(); buyers = next(run, progress)) {
            if (run.cancelled()) {
                return;
            }
            progress = count(run, buyers, progress);
        }
        run.result(Map.of("members", progress.done));
    }

    private List<MemberId> next(JobRun<RecountSince> run, Progress progress) {
        var since = surroundings.time.startOf(run.params().from());
        return loyalty.getObject().buyersSince(since, progress.after, BUYERS_AT_ONCE);
    }

    private Progress count(JobRun<RecountSince> run, List<MemberId> buyers, Progress before) {
        var after = new Progress(buyers.getLast().value(), before.done + buyers.size());
        surroundings.transaction.executeWithoutResult(status -> {
            loyalty.getObject().lock(buyers);
            recount.of(buyers);
            run.checkpoint(after.cursor(), after.done, after.done);
        });
        return after;
    }

    /** How far the job is. */
    private record Progress(UUID after, int done) {

        static Progress of(@Nullable String cursor) {
            if (cursor == null) {
                return new Progress(FIRST, 0);
            }
            var parts = cursor.split(" ", -1);
            return new Progress(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
        }

        String cursor() {
            return after + " " + done;
        }
    }
}
