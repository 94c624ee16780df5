package org.guildhall.loyalty.runs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.ExpiryRuns;
import org.guildhall.loyalty.CarryOut;
import org.guildhall.loyalty.DailyRuns;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.RunMembersQuery;
import org.guildhall.loyalty.RunMove;
import org.guildhall.loyalty.RunQuery;
import org.guildhall.loyalty.UndoRun;
import org.guildhall.loyalty.purchases.TierReviews;
import org.guildhall.loyalty.review.Reviews;
import org.guildhall.loyalty.warnings.Warnings;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.guildhall.platform.RunPreview;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link DailyRuns}: asks who may, and hands the work to the background. */
@Component
class RunDesk implements DailyRuns {

    private static final int LONGEST_YEARS = 5;
    private static final Map<String, String> UNDOING =
            Map.of(ExpiryRuns.KIND, ExpiryRuns.UNDO, Reviews.KIND, Reviews.UNDO);
    private static final List<String> ALL = Stream.of(RunQuery.Kind.values())
            .flatMap(kind -> kind.runs().stream())
            .toList();

    private final Runs runs;
    private final ExpiryRuns expiries;
    private final TierReviews reviews;
    private final Jobs jobs;
    private final Witness witness;

    RunDesk(Runs runs, ExpiryRuns expiries, TierReviews reviews, Jobs jobs, Witness witness) {
        this.runs = runs;
        this.expiries = expiries;
        this.reviews = reviews;
        this.jobs = jobs;
        this.witness = witness;
    }

    /** Who acts, what is remembered of it, and when. */
    @Component
    record Witness(Access access, Audit audit, BusinessTime time) {

        void requireEverywhere(Permission permission) {
            if (!(access.require(permission) instanceof Scope.All)) {
                throw Refusal.of(new AccessRefusal.OutOfScope(permission.code(), "runs"));
            }
        }
    }

    @Override
    public Slice<RunView> list(RunQuery query) {
        witness.requireEverywhere(LoyaltyPermissions.RUNS_READ);
        var kind = query.kind();
        return runs.list(kind == null ? ALL : kind.runs(), query.cursor(), query.size());
    }

    @Override
    public RunView get(UUID id) {
        witness.requireEverywhere(LoyaltyPermissions.RUNS_READ);
        return find(id);
    }

    @Override
    public Slice<RunMove> members(UUID id, RunMembersQuery query) {
        var run = get(id);
        if (run.kind().equals(Warnings.KIND)) {
            return new Slice<>(List.of(), null, null);
        }
        boolean movedOnly = Boolean.TRUE.equals(query.moved());
        return ofExpiry(run)
                ? expiries.moves(id, query.cursor(), query.size()).map(move -> new RunMove(move.member(), move, null))
                : reviews.moves(id, movedOnly, query.cursor(), query.size())
                        .map(move -> new RunMove(move.member(), null, move));
    }

    @Override
    @Transactional
    public JobView carryOut(CarryOut command) {
        witness.requireEverywhere(LoyaltyPermissions.RUN);
        var today = witness.time.today();
        if (command.through().isAfter(today)) {
            throw InvalidInput.of("through", command.through(), "not-in-the-future");
        }
        var job = jobs.start(CarryOutJob.CODE, command, witness.access.actor(), null);
        witness.audit.record(AuditEntry.of(
                "loyalty.run-asked",
                "job",
                job,
                "kind",
                command.kind().runs().getFirst(),
                "through",
                command.through().toString()));
        return jobs.get(job);
    }

    @Override
    public RunPreview previewUndo(UUID id) {
        witness.requireEverywhere(LoyaltyPermissions.RUN);
        return preview(undoable(id));
    }

    @Override
    public RunPreview previewUndo(UUID id, UndoRun command) {
        witness.requireEverywhere(LoyaltyPermissions.RUN);
        check(command);
        return preview(undoable(id));
    }

    private RunPreview preview(RunView run) {
        return ofExpiry(run) ? expiries.preview(run.id()) : reviews.preview(run);
    }

    @Override
    @Transactional
    public RunView undo(UUID id, UndoRun command) {
        witness.requireEverywhere(LoyaltyPermissions.RUN);
        var run = undoable(id);
        check(command);
        var actor = witness.access.actor();
        var undo = runs.begin(new Runs.Begin(
                java.util.Objects.requireNonNull(UNDOING.get(run.kind())),
                run.subject(),
                run.through(),
                actor,
                new Runs.Undoing(id, command.until(), command.reason())));
        jobs.start(UndoRunJob.CODE, new UndoRunJob.Params(undo), actor, undo.toString());
        witness.audit.record(AuditEntry.of(
                "loyalty.run-undone",
                "run",
                id,
                "kind",
                run.kind(),
                "until",
                command.until().toString(),
                "reason",
                command.reason()));
        return find(undo);
    }

    private void check(UndoRun command) {
        var today = witness.time.today();
        if (!command.until().isAfter(today)) {
            throw InvalidInput.of("until", command.until(), "future");
        }
        if (command.until().isAfter(today.plusYears(LONGEST_YEARS))) {
            throw InvalidInput.of("until", command.until(), "within-limit");
        }
    }

    private RunView undoable(UUID id) {
        var run = find(id);
        if (!UNDOING.containsKey(run.kind()) || run.state() == RunView.State.RUNNING) {
            throw Refusal.of(new LoyaltyRefusal.RunNotUndoable(run.kind(), run.state()));
        }
        if (run.undoneBy() != null) {
            throw Refusal.of(new LoyaltyRefusal.RunUndone(run.undoneBy()));
        }
        return run;
    }

    private RunView find(UUID id) {
        return runs.find(id)
                .filter(run -> ALL.contains(run.kind()))
                .orElseThrow(() -> Refusal.of(new LoyaltyRefusal.Unknown("run", id.toString())));
    }

    private static boolean ofExpiry(RunView run) {
        return RunQuery.Kind.EXPIRY.runs().contains(run.kind());
    }
}
