package org.guildhall.loyalty.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.SimulatedPeriod;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.loyalty.simulation.SimulationStore.Result;
import org.guildhall.loyalty.tiers.TiersPolicy;
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
    record Rules(RuleBooks books, Kinds kinds, BusinessTime time) {

        TwoBooks books(SimulationStore.Asked asked) {
            return TwoBooks.of(books.current(), kinds.points(asked.policy(), asked.body()), asked.from());
        }

        List<String> ladder(SimulationStore.Asked asked) {
            return books.current().at(asked.to()).tiers().policy().ladder().stream()
                    .map(TiersPolicy.Tier::code)
                    .toList();
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
        var watcher = new Sweep.Watcher(done -> run.checkpoint("", done, Math.max(done, total)), run::cancelled);
        var result = Kinds.aboutPoints(asked.policy())
                ? points(asked, period, horizon, watcher)
                : money(asked, period.known(horizon), watcher);
        if (run.cancelled()) {
            return;
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        var done = new SimulationStore.Done(horizon, rules.time.now(), took.toMillis(), totals(result));
        finish(asked, done, result);
        run.result(SimulationDesk.told(asked.id()));
    }

    private void finish(SimulationStore.Asked asked, SimulationStore.Done done, Result result) {
        Objects.requireNonNull(transaction.execute(status -> {
            store.finish(asked.id(), done, result);
            return status;
        }));
    }

    private Result points(SimulationStore.Asked asked, Period period, Instant horizon, Sweep.Watcher watcher) {
        var count = sweep.everybody(rules.books(asked), period, horizon, watcher);
        return new Result.OfPoints(count.result(new PointsPrice(asked.worth())));
    }

    private Result money(SimulationStore.Asked asked, SimulatedPeriod period, Sweep.Watcher watcher) {
        var replay = rules.kinds.money(asked.policy(), asked.body(), period);
        var results = new MoneyResults(replay.currency(), rules.ladder(asked));
        return new Result.OfMoney(results.of(sweep.replayed(replay, watcher)));
    }

    private static SimulationStore.Totals totals(Result result) {
        return switch (result) {
            case Result.OfPoints(var of) -> new SimulationStore.Totals.OfPoints(of.totals());
            case Result.OfMoney(var of) -> new SimulationStore.Totals.OfMoney(of.totals());
        };
    }
}
