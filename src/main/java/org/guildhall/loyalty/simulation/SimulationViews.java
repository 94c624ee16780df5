package org.guildhall.loyalty.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.MoneySimulation;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.SimulationView;
import org.guildhall.loyalty.simulation.SimulationStore.Result;
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

    SimulationView one(SimulationStore.Stored row, @Nullable Result result) {
        return view(row, drafts.detail(row.asked().policy()), result == null ? null : asFarAsVisible(result));
    }

    /** Whoever may see the simulation may see how far its job is, whoever started it. */
    JobView job(SimulationStore.Stored row) {
        return access.runAs(MACHINE, () -> jobs.get(new JobId(row.asked().job())));
    }

    private SimulationView view(SimulationStore.Stored row, PolicyDetail detail, @Nullable Result result) {
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
                done == null ? null : done.points(),
                result instanceof Result.OfPoints of ? of.result() : null,
                done == null ? null : done.money(),
                result instanceof Result.OfMoney of ? of.result() : null);
    }

    private Result asFarAsVisible(Result result) {
        return switch (result) {
            case Result.OfPoints(var of) -> new Result.OfPoints(points(of));
            case Result.OfMoney(var of) -> new Result.OfMoney(money(of));
        };
    }

    private SimulationResult points(SimulationResult of) {
        var visible = visible(of.winners(), of.losers(), SimulationResult.Extreme::member);
        return new SimulationResult(
                of.totals(),
                of.spread(),
                of.moves(),
                of.stores(),
                of.tiers(),
                of.endings(),
                only(of.winners(), one -> visible.contains(one.member())),
                only(of.losers(), one -> visible.contains(one.member())));
    }

    private MoneySimulation money(MoneySimulation of) {
        var visible = visible(of.winners(), of.losers(), MoneySimulation.Extreme::member);
        return new MoneySimulation(
                of.totals(),
                of.spread(),
                of.amounts(),
                of.counts(),
                of.stores(),
                of.tiers(),
                of.months(),
                only(of.winners(), one -> visible.contains(one.member())),
                only(of.losers(), one -> visible.contains(one.member())),
                of.leftOut());
    }

    private <T> Set<MemberId> visible(List<T> winners, List<T> losers, Function<T, MemberId> member) {
        var ids = Stream.concat(winners.stream(), losers.stream()).map(member).collect(Collectors.toSet());
        return members.numbers(ids).keySet();
    }

    private static <T> List<T> only(List<T> extremes, Predicate<T> visible) {
        return extremes.stream().filter(visible).toList();
    }
}
