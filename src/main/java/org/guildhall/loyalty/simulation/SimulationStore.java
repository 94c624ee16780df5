package org.guildhall.loyalty.simulation;

import static org.guildhall.jooq.loyalty.Tables.SIMULATION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.loyalty.tables.records.SimulationRecord;
import org.guildhall.loyalty.MoneySimulation;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.SimulationView.Worth;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Simulations as rows. */
@Component
class SimulationStore {

    private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    SimulationStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What was asked. */
    record Asked(
            UUID id,
            UUID job,
            String policy,
            UUID draft,
            int revision,
            String content,
            Map<String, Object> body,
            LocalDate from,
            LocalDate to,
            @Nullable Worth worth,
            String by,
            String byName,
            Instant at) {}

    /** What it came to, in points or in money. */
    record Done(Instant recordedUntil, Instant finishedAt, long millis, Totals totals) {

        SimulationResult.@Nullable Totals points() {
            return totals instanceof Totals.OfPoints of ? of.totals : null;
        }

        MoneySimulation.@Nullable Totals money() {
            return totals instanceof Totals.OfMoney of ? of.totals : null;
        }
    }

    /** Everybody together. */
    sealed interface Totals {
        /** Of a policy about points. */
        record OfPoints(SimulationResult.Totals totals) implements Totals {}

        /** Of a policy about money. */
        record OfMoney(MoneySimulation.Totals totals) implements Totals {}
    }

    /** Everything it came to. */
    sealed interface Result {

        /** Of a policy about points. */
        record OfPoints(SimulationResult result) implements Result {}

        /** Of a policy about money. */
        record OfMoney(MoneySimulation result) implements Result {}
    }

    /** A simulation, its result aside. */
    record Stored(Asked asked, boolean open, @Nullable Done done) {}

    /** Adds it; false if one of its kind is at work. */
    boolean insert(Asked asked) {
        return sql.insertInto(SIMULATION)
                        .set(SIMULATION.SIMULATION_ID, asked.id())
                        .set(SIMULATION.JOB_ID, asked.job())
                        .set(SIMULATION.POLICY, asked.policy())
                        .set(SIMULATION.DRAFT_ID, asked.draft())
                        .set(SIMULATION.REVISION, asked.revision())
                        .set(SIMULATION.CONTENT, asked.content())
                        .set(SIMULATION.BODY, jsonb(asked.body()))
                        .set(SIMULATION.FIRST_DAY, asked.from())
                        .set(SIMULATION.LAST_DAY, asked.to())
                        .set(SIMULATION.WORTH, asked.worth() == null ? null : jsonb(asked.worth()))
                        .set(SIMULATION.OPEN, true)
                        .set(SIMULATION.ASKED_BY, asked.by())
                        .set(SIMULATION.ASKED_BY_NAME, asked.byName())
                        .set(SIMULATION.ASKED_AT, utc(asked.at()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The one of this kind that may be at work, held until the transaction ends. */
    Optional<Stored> holdOpen(String policy) {
        return sql.selectFrom(SIMULATION)
                .where(SIMULATION.POLICY.eq(policy))
                .and(SIMULATION.OPEN)
                .forUpdate()
                .fetchOptional(this::stored);
    }

    void close(UUID id) {
        sql.update(SIMULATION)
                .set(SIMULATION.OPEN, false)
                .where(SIMULATION.SIMULATION_ID.eq(id))
                .execute();
    }

    void finish(UUID id, Done done, Result result) {
        var totals = switch (done.totals()) {
            case Totals.OfPoints(var of) -> jsonb(of);
            case Totals.OfMoney(var of) -> jsonb(of);
        };
        var whole = switch (result) {
            case Result.OfPoints(var of) -> jsonb(of);
            case Result.OfMoney(var of) -> jsonb(of);
        };
        sql.update(SIMULATION)
                .set(SIMULATION.OPEN, false)
                .set(SIMULATION.RECORDED_UNTIL, utc(done.recordedUntil()))
                .set(SIMULATION.FINISHED_AT, utc(done.finishedAt()))
                .set(SIMULATION.MILLIS, done.millis())
                .set(SIMULATION.TOTALS, totals)
                .set(SIMULATION.RESULT, whole)
                .where(SIMULATION.SIMULATION_ID.eq(id))
                .execute();
    }

    Optional<Stored> find(UUID id) {
        return sql.selectFrom(SIMULATION).where(SIMULATION.SIMULATION_ID.eq(id)).fetchOptional(this::stored);
    }

    Optional<Result> result(UUID id) {
        return sql.select(SIMULATION.POLICY, SIMULATION.RESULT)
                .from(SIMULATION)
                .where(SIMULATION.SIMULATION_ID.eq(id))
                .and(SIMULATION.RESULT.isNotNull())
                .fetchOptional(row -> result(row.value1(), row.value2()));
    }

    private Result result(String policy, JSONB kept) {
        return Kinds.aboutPoints(policy)
                ? new Result.OfPoints(json.readValue(kept.data(), SimulationResult.class))
                : new Result.OfMoney(json.readValue(kept.data(), MoneySimulation.class));
    }

    private Totals totals(String policy, JSONB kept) {
        return Kinds.aboutPoints(policy)
                ? new Totals.OfPoints(json.readValue(kept.data(), SimulationResult.Totals.class))
                : new Totals.OfMoney(json.readValue(kept.data(), MoneySimulation.Totals.class));
    }

    /** Newest first. */
    List<Stored> list(@Nullable String policy, @Nullable String cursor, int limit) {
        return sql.selectFrom(SIMULATION)
                .where(policy == null ? DSL.noCondition() : SIMULATION.POLICY.eq(policy))
                .and(after(cursor))
                .orderBy(SIMULATION.SIMULATION_ID.desc())
                .limit(limit)
                .fetch(this::stored);
    }

    /** The newest one of this content that has a result. */
    Optional<Stored> newest(String policy, String content) {
        return sql.selectFrom(SIMULATION)
                .where(SIMULATION.POLICY.eq(policy))
                .and(SIMULATION.CONTENT.eq(content))
                .and(SIMULATION.FINISHED_AT.isNotNull())
                .orderBy(SIMULATION.SIMULATION_ID.desc())
                .limit(1)
                .fetchOptional(this::stored);
    }

    private static Condition after(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 1);
        return values.isEmpty() ? DSL.noCondition() : SIMULATION.SIMULATION_ID.lt(values.id(0));
    }

    private Stored stored(SimulationRecord row) {
        var asked = new Asked(
                row.getSimulationId(),
                row.getJobId(),
                row.getPolicy(),
                row.getDraftId(),
                row.getRevision(),
                row.getContent(),
                json.readValue(row.getBody().data(), BODY),
                row.getFirstDay(),
                row.getLastDay(),
                row.getWorth() == null ? null : json.readValue(row.getWorth().data(), Worth.class),
                row.getAskedBy(),
                row.getAskedByName(),
                row.getAskedAt().toInstant());
        var done = row.getFinishedAt() == null
                ? null
                : new Done(
                        row.getRecordedUntil().toInstant(),
                        row.getFinishedAt().toInstant(),
                        row.getMillis(),
                        totals(row.getPolicy(), row.getTotals()));
        return new Stored(asked, row.getOpen(), done);
    }

    private JSONB jsonb(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
