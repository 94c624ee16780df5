package org.guildhall.loyalty.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.SimulationResult.Extreme;
import org.guildhall.loyalty.SimulationView;
import org.guildhall.members.Members;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.guildhall.policies.PolicyDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Simulations as shown: with how far their job is, what became of their draft, and only those members one may see. */
@Component
class SimulationViews {

    private static final Actor MACHINE = new Actor.Machine("loyalty.simulation");

    private final Drafts drafts;
    private final Jobs jobs;
    private final Members members;
    private final Access access;

    SimulationViews(Drafts drafts, Jobs jobs, Members members, Access access) {
        this.drafts = drafts;
        this.jobs = jobs;
        this.members = members;
        this.access = access;
    }

    List<SimulationView> all(List<SimulationStore.Stored> rows) {
        Map<String, PolicyDetail> details = new HashMap<>();
        return rows.stream()
                .map(row -> view(row, details.computeIfAbsent(row.asked().policy(), drafts::detail), null))
                .toList();
    }

    SimulationView one(SimulationStore.Stored row, @Nullable SimulationResult result) {
        return view(row, drafts.detail(row.asked().policy()), result == null ? null : asFarAsVisible(result));
    }

    /** Whoever may see the simulation may see how far its job is, whoever started it. */
    JobView job(SimulationStore.Stored row) {
        return access.runAs(MACHINE, () -> jobs.get(new JobId(row.asked().job())));
    }

    private SimulationView view(SimulationStore.Stored row, PolicyDetail detail, @Nullable SimulationResult result) {
        var asked = row.asked();
        var done = row.done();
        var fate = drafts.fate(detail, asked.content());
        var job = job(row);
        var failure = job.failure();
        return new SimulationView(
                asked.id(),
                asked.job(),
                asked.policy(),
                asked.revision(),
                asked.content(),
                fate.of(),
                fate.version(),
                asked.from(),
                asked.to(),
                asked.worth(),
                asked.by(),
                asked.byName(),
                asked.at(),
                done == null ? job.state() : JobView.State.DONE,
                job.done(),
                job.total(),
                failure == null ? null : String.valueOf(failure.get("code")),
                done == null ? null : done.recordedUntil(),
                done == null ? null : done.finishedAt(),
                done == null ? null : done.millis(),
                done == null ? null : done.totals(),
                result);
    }

    private SimulationResult asFarAsVisible(SimulationResult result) {
        var ids = new HashSet<MemberId>();
        Stream.concat(result.winners().stream(), result.losers().stream()).forEach(one -> ids.add(one.member()));
        var visible = members.numbers(ids).keySet();
        return new SimulationResult(
                result.totals(),
                result.spread(),
                result.moves(),
                result.stores(),
                result.tiers(),
                result.endings(),
                only(result.winners(), visible),
                only(result.losers(), visible));
    }

    private static List<Extreme> only(List<Extreme> extremes, java.util.Set<MemberId> visible) {
        return extremes.stream()
                .filter(extreme -> visible.contains(extreme.member()))
                .toList();
    }
}
