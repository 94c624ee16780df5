package org.guildhall.adjustments.grants;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.RunGrants;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Runs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives to many, some hundred members in one transaction with the job's progress, so that it resumes where it was. */
@Component
class GrantJob implements JobKind<GrantJob.Params> {

    static final String CODE = "adjustments.batch-grant";
    private static final int MEMBERS_A_TRANSACTION = 500;

    private final GrantStore store;
    private final RunGrants grants;
    private final Runs runs;
    private final TransactionTemplate transactions;

    GrantJob(GrantStore store, RunGrants grants, Runs runs, TransactionTemplate transactions) {
        this.store = store;
        this.grants = grants;
        this.runs = runs;
        this.transactions = transactions;
    }

    /** Which grant. */
    record Params(UUID grant) {}

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
        var grant = store.find(job.params().grant()).orElseThrow();
        var run = Objects.requireNonNull(grant.run());
        var each = new Movement.Grant(Asset.POINTS, grant.amount(), grant.expiresOn());
        var all = store.receivers(grant.id());
        var cursor = job.cursor();
        try {
            for (int done = cursor == null ? 0 : Integer.parseInt(cursor); done < all.size(); ) {
                if (job.cancelled()) {
                    if (!job.goesOn()) {
                        runs.end(run, "platform.cancelled");
                    }
                    return;
                }
                int from = done;
                int to = Math.min(from + MEMBERS_A_TRANSACTION, all.size());
                transactions.executeWithoutResult(status -> {
                    grants.give(run, all.subList(from, to), each, grant.reason());
                    job.checkpoint(String.valueOf(to), to, all.size());
                });
                done = to;
            }
        } catch (RuntimeException e) {
            if (!job.goesOn()) {
                runs.end(run, e instanceof Refusal refusal ? refusal.reason().code() : "platform.fault");
            }
            throw e;
        }
        runs.end(run, null);
        job.result(Map.of("grant", grant.id().toString()));
    }
}
