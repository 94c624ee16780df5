package org.guildhall.adjustments.grants;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.adjustments.UndoGrant;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.RunGrants;
import org.guildhall.ledger.Shortage;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a grant back member by member, each batch with the job's progress in one transaction. */
@Component
class UndoGrantJob implements JobKind<UndoGrantJob.Params> {

    static final String CODE = "adjustments.batch-grant-undo";

    private final RunGrants grants;
    private final Runs runs;
    private final TransactionTemplate transactions;

    UndoGrantJob(RunGrants grants, Runs runs, TransactionTemplate transactions) {
        this.grants = grants;
        this.runs = runs;
        this.transactions = transactions;
    }

    /** The run that takes back, and what becomes of what is no longer there. */
    record Params(UUID undo, UndoGrant.Missing missing) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<Params> params() {
        return Params.class;
    }

    @Override
    public void run(JobRun<Params> job) {
        var undo = runs.find(job.params().undo()).orElseThrow();
        var command = new RunGrants.TakeBack(
                Objects.requireNonNull(undo.undoes()),
                undo.id(),
                shortage(job.params().missing()),
                Objects.requireNonNull(undo.reason()));
        try {
            var after = job.cursor() == null ? null : UUID.fromString(Objects.requireNonNull(job.cursor()));
            do {
                after = next(job, undo, command, after);
            } while (after != null);
        } catch (RuntimeException e) {
            if (!job.goesOn()) {
                runs.end(
                        undo.id(),
                        e instanceof Refusal refusal ? refusal.reason().code() : "platform.fault");
            }
            throw e;
        }
        runs.end(undo.id(), null);
        job.result(Map.of("run", undo.id().toString()));
    }

    private @Nullable UUID next(JobRun<Params> job, RunView undo, RunGrants.TakeBack command, @Nullable UUID after) {
        return transactions.execute(status -> {
            var last = grants.takeBack(command, after);
            if (last != null) {
                long done = runs.find(undo.id()).orElseThrow().members();
                job.checkpoint(last.toString(), done, done);
            }
            return last;
        });
    }

    private static Shortage shortage(UndoGrant.Missing missing) {
        return switch (missing) {
            case DEBT -> Shortage.DEBT;
            case LOSS -> Shortage.LOSS;
        };
    }
}
