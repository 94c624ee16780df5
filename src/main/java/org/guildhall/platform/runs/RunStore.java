package org.guildhall.platform.runs;

import static org.guildhall.jooq.platform.Tables.RUN;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The runs as rows. */
@Component
class RunStore {

    private static final org.guildhall.jooq.platform.tables.Run UNDO = RUN.as("undo");
    private static final Field<UUID> UNDONE_BY = UNDO.RUN_ID.as("undone_by");

    private final DSLContext sql;

    RunStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Marks runs whose process must have ended. */
    void cutShort(String kind, String subject, Instant lastBeat, Instant now) {
        sql.update(RUN)
                .set(RUN.STATE, "cut-short")
                .set(RUN.FINISHED_AT, utc(now))
                .where(RUN.KIND.eq(kind), RUN.SUBJECT.eq(subject), RUN.STATE.eq("running"))
                .and(RUN.BEAT_AT.lt(utc(lastBeat)))
                .execute();
    }

    /** Adds the run; false if one of its kind is at work, or it would undo what is undone. */
    boolean insert(UUID id, Runs.Begin run, String name, Instant now) {
        var undoing = run.undoing();
        return sql.insertInto(RUN)
                        .set(RUN.RUN_ID, id)
                        .set(RUN.KIND, run.kind())
                        .set(RUN.SUBJECT, run.subject())
                        .set(RUN.THROUGH, run.through())
                        .set(RUN.STATE, "running")
                        .set(RUN.ACTOR, run.by().reference())
                        .set(RUN.ACTOR_NAME, name)
                        .set(RUN.STARTED_AT, utc(now))
                        .set(RUN.BEAT_AT, utc(now))
                        .set(RUN.UNDOES, undoing == null ? null : undoing.run())
                        .set(RUN.UNTIL, undoing == null ? null : undoing.until())
                        .set(RUN.REASON, undoing == null ? null : undoing.reason())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void moved(UUID run, Counts counts, Instant now) {
        sql.update(RUN)
                .set(RUN.MEMBERS, RUN.MEMBERS.plus(counts.members))
                .set(RUN.ITEMS, RUN.ITEMS.plus(counts.items))
                .set(RUN.AMOUNT, RUN.AMOUNT.plus(counts.amount))
                .set(RUN.BEAT_AT, utc(now))
                .where(RUN.RUN_ID.eq(run))
                .execute();
    }

    record Counts(long members, long items, long amount) {}

    void ended(UUID run, @Nullable String failure, Instant now) {
        sql.update(RUN)
                .set(RUN.STATE, failure == null ? "done" : "failed")
                .set(RUN.FAILURE, failure)
                .set(RUN.FINISHED_AT, utc(now))
                .where(RUN.RUN_ID.eq(run))
                .execute();
    }

    Optional<RunView> find(UUID run) {
        return select(RUN.RUN_ID.eq(run)).fetchOptional(RunStore::view);
    }

    List<RunView> list(Collection<String> kinds, @Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 2);
        Condition page = after.isEmpty()
                ? DSL.noCondition()
                : DSL.row(RUN.STARTED_AT, RUN.RUN_ID).lessThan(after.time(0), after.id(1));
        return select(RUN.KIND.in(kinds).and(page))
                .orderBy(RUN.STARTED_AT.desc(), RUN.RUN_ID.desc())
                .limit(limit)
                .fetch(RunStore::view);
    }

    private SelectConditionStep<Record> select(Condition condition) {
        return sql.select(RUN.fields())
                .select(UNDONE_BY)
                .from(RUN)
                .leftJoin(UNDO)
                .on(UNDO.UNDOES.eq(RUN.RUN_ID))
                .and(UNDO.STATE.in("running", "done"))
                .where(condition);
    }

    private static RunView view(Record row) {
        var run = row.into(RUN);
        var started = run.getStartedAt().toInstant();
        var finished = run.getFinishedAt() == null ? null : run.getFinishedAt().toInstant();
        return new RunView(
                run.getRunId(),
                run.getKind(),
                run.getSubject(),
                run.getThrough(),
                RunView.State.valueOf(run.getState().toUpperCase(Locale.ROOT).replace('-', '_')),
                run.getActor(),
                run.getActorName(),
                started,
                finished,
                finished == null ? null : Duration.between(started, finished).toMillis(),
                run.getMembers(),
                run.getItems(),
                run.getAmount(),
                run.getFailure(),
                run.getUndoes(),
                run.getUntil(),
                run.getReason(),
                row.get(UNDONE_BY));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
