package org.guildhall.loyalty.runs;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.ExpiryRuns;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.purchases.TierReviews;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Undoes a run member by member, each batch with the job's progress in one transaction, so that it resumes where it was. */
@Component
class UndoRunJob implements JobKind<UndoRunJob.Params> {

    static final String CODE = "loyalty.undo-run";

    private final Access access;
    private final Runs runs;
    private final ExpiryRuns expiries;
    private final TierReviews reviews;
    private final Surroundings surroundings;

    UndoRunJob(Access access, Runs runs, ExpiryRuns expiries, TierReviews reviews, Surroundings surroundings) {
        this.access = access;
        this.runs = runs;
        this.expiries = expiries;
        this.reviews = reviews;
        this.surroundings = surroundings;
    }

    /** Which run undoes. */
    record Params(UUID undo) {}

    /** Transactions, and who hears of tiers that changed. */
    @Component
    record Surroundings(TransactionTemplate transactions, ApplicationEventPublisher events) {}

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
        access.require(LoyaltyPermissions.RUN);
        var undo = runs.find(run.params().undo()).orElseThrow();
        try {
            var after = run.cursor() == null ? null : UUID.fromString(Objects.requireNonNull(run.cursor()));
            do {
                after = next(run, undo, after);
            } while (after != null && !run.cancelled());
            if (after != null) {
                if (!run.goesOn()) {
                    runs.end(undo.id(), "platform.cancelled");
                }
                return;
            }
        } catch (RuntimeException e) {
            if (!run.goesOn()) {
                runs.end(
                        undo.id(),
                        e instanceof Refusal refusal ? refusal.reason().code() : "platform.fault");
            }
            throw e;
        }
        runs.end(undo.id(), null);
        run.result(Map.of("run", undo.id().toString()));
    }

    private @Nullable UUID next(JobRun<Params> run, RunView undo, @Nullable UUID after) {
        return surroundings.transactions.execute(status -> {
            var last = undo.kind().equals(ExpiryRuns.UNDO) ? giveBack(undo, after) : postpone(undo, after);
            if (last != null) {
                long done = runs.find(undo.id()).orElseThrow().members();
                run.checkpoint(last.toString(), done, done);
            }
            return last;
        });
    }

    private @Nullable UUID giveBack(RunView undo, @Nullable UUID after) {
        return expiries.giveBack(
                Objects.requireNonNull(undo.undoes()), undo.id(), Objects.requireNonNull(undo.until()), after);
    }

    private @Nullable UUID postpone(RunView undo, @Nullable UUID after) {
        var undone = reviews.undo(undo, after);
        if (undone == null) {
            return null;
        }
        undone.tierChanges().forEach(surroundings.events::publishEvent);
        return undone.last();
    }
}
