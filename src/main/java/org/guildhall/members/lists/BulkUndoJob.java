package org.guildhall.members.lists;

import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.members.Members;
import org.guildhall.members.registry.BatchPowers;
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
    private final BatchPowers powers;
    private final Access access;
    private final TransactionTemplate transaction;

    BulkUndoJob(Members members, BatchPowers powers, Access access, TransactionTemplate transaction) {
        this.powers = powers;
        this.access = access;
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
        var scope = access.require(powers.of(run.params().batch()));
        var before = run.cursor();
        long already = before == null || before.isEmpty() ? 0 : Long.parseLong(before);
        var preview = members.undoPreview(run.params().batch());
        long total = already + preview.registrations() + preview.changes();
        var undone = new long[] {already};
        int some;
        do {
            some = java.util.Objects.requireNonNull(transaction.execute(status -> {
                int now = members.undo(
                        run.params().batch(), IN_ONE_TRANSACTION, run.params().reason(), scope);
                undone[0] += now;
                run.checkpoint(String.valueOf(undone[0]), undone[0], Math.max(total, undone[0]));
                return now;
            }));
        } while (some > 0 && !run.cancelled());
        run.result(Map.of("undone", undone[0], "changedSince", preview.changedSince()));
    }
}
