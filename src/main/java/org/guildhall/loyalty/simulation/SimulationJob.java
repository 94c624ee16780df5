package org.guildhall.loyalty.simulation;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries a simulation out. It writes nothing until the end, so after a crash it begins anew and loses nothing but time. */
@Component
class SimulationJob implements JobKind<SimulationJob.Params> {

    static final String CODE = "loyalty.simulate";

    private final Access access;
    private final SimulationStore store;
    private final Sweep sweep;
    private final Rules rules;
    private final TransactionTemplate transaction;

    SimulationJob(Access access, SimulationStore store, Sweep sweep, Rules rules, TransactionTemplate transaction) {
        this.access = access;
        this.store = store;
        this.sweep = sweep;
        this.rules = rules;
        this.transaction = transaction;
    }

    /** Which simulation. */
    record Params(UUID simulation) {}

    /** What is compared by, and the time. */
    @Component
    record Rules(RuleBooks books, Drafts drafts, BusinessTime time) {

        TwoBooks of(SimulationStore.Asked asked) {
            return TwoBooks.of(books.current(), drafts.policy(asked.policy(), asked.body()), asked.from());
        }
    }

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
        access.require(LoyaltyPermissions.SIMULATE);
        var asked = store.find(run.params().simulation()).orElseThrow().asked();
        var period = Period.of(asked.from(), asked.to(), rules.time.zone());
        var horizon = rules.time.now();
        long began = System.nanoTime();
        long total = sweep.members();
        var count = sweep.everybody(
                rules.of(asked),
                period,
                horizon,
                new Sweep.Watcher(done -> run.checkpoint("", done, Math.max(done, total)), run::cancelled));
        if (run.cancelled()) {
            return;
        }
        var result = count.result(new PointsPrice(asked.worth()));
        var took = Duration.ofNanos(System.nanoTime() - began);
        var done = new SimulationStore.Done(horizon, rules.time.now(), took.toMillis(), result.totals());
        finish(asked, done, result);
        run.result(SimulationDesk.told(asked.id()));
    }

    private void finish(SimulationStore.Asked asked, SimulationStore.Done done, SimulationResult result) {
        Objects.requireNonNull(transaction.execute(status -> {
            store.finish(asked.id(), done, result);
            return status;
        }));
    }
}
