package org.guildhall.adjustments.grants;

import java.util.Objects;
import java.util.UUID;
import org.guildhall.adjustments.AdjustmentRefusal;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.RunGrants;
import org.guildhall.platform.Jobs;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.springframework.stereotype.Component;

/** Begins what was agreed to: a run that gives, or one that takes back, and the job that does its work. */
@Component
class GrantRuns {

    private final GrantStore store;
    private final Runs runs;
    private final Jobs jobs;
    private final Witness witness;

    GrantRuns(GrantStore store, Runs runs, Jobs jobs, Witness witness) {
        this.store = store;
        this.runs = runs;
        this.jobs = jobs;
        this.witness = witness;
    }

    void give(GrantSubjects.Giving giving) {
        var grant = store.lock(giving.grant()).orElseThrow();
        if (grant.run() != null) {
            return;
        }
        witness.check(grant.expiresOn());
        var actor = witness.access().actor();
        var run = runs.begin(new Runs.Begin(
                RunGrants.KIND, grant.id().toString(), witness.time().today(), actor, null));
        store.runs(grant.id(), run);
        jobs.start(GrantJob.CODE, new GrantJob.Params(grant.id()), actor, run.toString());
    }

    void undo(GrantSubjects.Undoing undoing) {
        var grant = store.lock(undoing.grant()).orElseThrow();
        var run = undoable(grant);
        var actor = witness.access().actor();
        var undo = runs.begin(new Runs.Begin(
                RunGrants.UNDO,
                grant.id().toString(),
                witness.time().today(),
                actor,
                new Runs.Undoing(
                        run.id(), witness.time().today(), undoing.command().reason())));
        jobs.start(
                UndoGrantJob.CODE,
                new UndoGrantJob.Params(undo, undoing.command().missing()),
                actor,
                undo.toString());
    }

    /** The run of a grant that can be taken back now. */
    RunView undoable(GrantStore.Stored grant) {
        UUID id = grant.run();
        var run = id == null ? null : runs.find(id).orElse(null);
        if (run == null || run.state() == RunView.State.RUNNING) {
            throw Refusal.of(new AdjustmentRefusal.GrantNotDone(grant.id()));
        }
        if (run.undoneBy() != null) {
            throw Refusal.of(new AdjustmentRefusal.GrantUndone(grant.id()));
        }
        return Objects.requireNonNull(run);
    }
}
