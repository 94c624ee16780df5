package org.guildhall.members.lists;

import java.util.Map;
import java.util.UUID;
import org.guildhall.members.Members;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Undoes a bulk act in the background, a few hundred counter-acts in one transaction. */
@Component
class BulkUndoJob implements JobKind<BulkUndoJob.Params> {

    static final String CODE = "members.bulk-undo";
    private static final int IN_ONE_TRANSACTION = 500;

    private final Members members;
    private final TransactionTemplate transaction;

    BulkUndoJob(Members members, TransactionTemplate transaction) {
        this.members = members;
        this.transaction = transaction;
    }

    record Params(UUID batch, String reason) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<Params> params() {
        return Params.class;
    }

    @Override
    public void run(JobRun<Params> run) {
        var preview = members.undoPreview(run.params().batch());
        long total = preview.registrations() + preview.changes();
        var undone = new long[1];
        int some;
        do {
            some = java.util.Objects.requireNonNull(transaction.execute(status -> {
                int now = members.undo(
                        run.params().batch(), IN_ONE_TRANSACTION, run.params().reason());
                undone[0] += now;
                run.checkpoint("", undone[0], Math.max(total, undone[0]));
                return now;
            }));
        } while (some > 0 && !run.cancelled());
        run.result(Map.of("undone", undone[0], "changedSince", preview.changedSince()));
    }
}
