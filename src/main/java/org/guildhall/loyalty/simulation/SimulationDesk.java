package org.guildhall.loyalty.simulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.ExportSimulation;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.PointsWorth;
import org.guildhall.loyalty.SimulationQuery;
import org.guildhall.loyalty.SimulationView;
import org.guildhall.loyalty.SimulationView.Worth;
import org.guildhall.loyalty.Simulations;
import org.guildhall.loyalty.StartSimulation;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.guildhall.policies.DraftView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link Simulations}: asks who may, notes what is asked, and hands the work to the background. */
@Component
class SimulationDesk implements Simulations {

    private static final Actor MACHINE = new Actor.Machine("loyalty.simulation");
    private static final int LONGEST_YEARS = 5;

    private final SimulationStore store;
    private final SimulationViews views;
    private final Drafts drafts;
    private final Background background;
    private final Witness witness;

    SimulationDesk(
            SimulationStore store, SimulationViews views, Drafts drafts, Background background, Witness witness) {
        this.store = store;
        this.views = views;
        this.drafts = drafts;
        this.background = background;
        this.witness = witness;
    }

    /** What is worked out, and written to files, in the background. */
    @Component
    record Background(Jobs jobs, ListFiles files) {}

    /** Who acts, what is remembered of it, when, what points are worth then, and what can be simulated. */
    @Component
    record Witness(Access access, Audit audit, BusinessTime time, ObjectProvider<PointsWorth> worth, Kinds kinds) {

        /** What is simulated concerns everybody, so whoever looks must reach everybody. */
        void requireEverywhere(Permission permission) {
            if (!(access.require(permission) instanceof Scope.All)) {
                throw Refusal.of(new AccessRefusal.OutOfScope(permission.code(), "simulations"));
            }
        }
    }

    @Override
    @Transactional
    public SimulationView start(StartSimulation command) {
        witness.requireEverywhere(LoyaltyPermissions.SIMULATE);
        witness.kinds.requireSimulated(command.policy());
        requirePrice(command.policy(), command.price());
        var period = period(command);
        var draft = drafts.draft(command.policy(), command.revision());
        closeEnded(command.policy());
        var asked = asked(command, period, draft);
        if (!store.insert(asked)) {
            throw running(command.policy());
        }
        witness.audit.record(AuditEntry.of(
                "loyalty.simulation-asked",
                "simulation",
                asked.id(),
                "policy",
                asked.policy(),
                "revision",
                asked.revision(),
                "from",
                asked.from().toString(),
                "to",
                asked.to().toString()));
        return view(asked.id());
    }

    private SimulationStore.Asked asked(StartSimulation command, Period period, DraftView draft) {
        var id = Ids.next(witness.time.clock());
        var job = background.jobs.start(
                SimulationJob.CODE, new SimulationJob.Params(id), witness.access.actor(), id.toString());
        var started = background.jobs.get(job);
        return new SimulationStore.Asked(
                id,
                job.value(),
                command.policy(),
                draft.id(),
                draft.revision(),
                drafts.content(draft.body()),
                draft.body(),
                period.from(),
                period.to(),
                worth(command, period),
                started.actor(),
                started.actorName(),
                witness.time.now());
    }

    private Period period(StartSimulation command) {
        var today = witness.time.today();
        var to = command.to() == null ? today : command.to();
        var from = command.from() == null ? to.minusYears(1).plusDays(1) : command.from();
        if (to.isAfter(today)) {
            throw InvalidInput.of("to", to, "not-in-the-future");
        }
        if (from.isAfter(to)) {
            throw InvalidInput.of("from", from, "not-after-the-end");
        }
        if (from.isBefore(earliest(to))) {
            throw InvalidInput.of("from", from, "within-limit");
        }
        return Period.of(from, to, witness.time.zone());
    }

    private static LocalDate earliest(LocalDate to) {
        return to.minusYears(LONGEST_YEARS);
    }

    private static void requirePrice(String policy, StartSimulation.@Nullable Price price) {
        if (price != null && !Kinds.aboutPoints(policy)) {
            throw InvalidInput.of("price.money", price.money().decimal(), "only-for-points");
        }
        if (price != null && price.money().minor() < 0) {
            throw InvalidInput.of("price.money", price.money().decimal(), "not-negative");
        }
    }

    private @Nullable Worth worth(StartSimulation command, Period period) {
        var price = command.price();
        if (price != null) {
            return new Worth(price.points(), price.money(), null, null);
        }
        return Kinds.aboutPoints(command.policy()) ? worthOn(period.to()) : null;
    }

    private @Nullable Worth worthOn(LocalDate day) {
        return witness.worth.stream()
                .flatMap(source -> source.on(day).stream())
                .findFirst()
                .orElse(null);
    }

    /** One whose job ended without a result makes room for the next. */
    private void closeEnded(String policy) {
        store.holdOpen(policy).ifPresent(open -> {
            var state = views.job(open).state();
            if (state == JobView.State.WAITING || state == JobView.State.RUNNING) {
                throw Refusal.of(new LoyaltyRefusal.SimulationRunning(
                        open.asked().id(), open.asked().byName()));
            }
            store.close(open.asked().id());
        });
    }

    private Refusal running(String policy) {
        var open = store.holdOpen(policy).orElseThrow().asked();
        return Refusal.of(new LoyaltyRefusal.SimulationRunning(open.id(), open.byName()));
    }

    @Override
    public Slice<SimulationView> list(SimulationQuery query) {
        witness.requireEverywhere(LoyaltyPermissions.SIMULATIONS_READ);
        var rows = store.list(query.policy(), query.cursor(), query.size() + 1);
        var page = Slice.cut(
                rows, query.size(), last -> Cursors.encode(last.asked().id()), null);
        return new Slice<>(views.all(page.items()), page.next(), null);
    }

    @Override
    public SimulationView get(UUID id) {
        witness.requireEverywhere(LoyaltyPermissions.SIMULATIONS_READ);
        return view(id);
    }

    @Override
    @Transactional
    public SimulationView cancel(UUID id) {
        witness.requireEverywhere(LoyaltyPermissions.SIMULATE);
        var stored = find(id);
        if (stored.open()) {
            witness.access.runAs(
                    MACHINE,
                    () -> background.jobs.cancel(new JobId(stored.asked().job())));
            witness.audit.record(AuditEntry.of(
                    "loyalty.simulation-stopped",
                    "simulation",
                    id,
                    "policy",
                    stored.asked().policy()));
        }
        return view(id);
    }

    @Override
    @Transactional
    public JobView export(UUID id, ExportSimulation command) {
        witness.requireEverywhere(LoyaltyPermissions.SIMULATE);
        if (find(id).done() == null) {
            throw Refusal.of(new LoyaltyRefusal.SimulationUnfinished(id));
        }
        return background.files.start(SimulationExport.KIND, new SimulationExport.Params(id, command));
    }

    private SimulationView view(UUID id) {
        return views.one(find(id), store.result(id).orElse(null));
    }

    private SimulationStore.Stored find(UUID id) {
        return store.find(id).orElseThrow(() -> Refusal.of(new LoyaltyRefusal.Unknown("simulation", id.toString())));
    }

    /** What the audit log and the job tell of a result. */
    static Map<String, Object> told(UUID id) {
        return Map.of("simulation", id.toString());
    }
}
