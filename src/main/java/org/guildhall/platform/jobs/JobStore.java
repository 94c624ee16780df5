package org.guildhall.platform.jobs;

import static org.guildhall.jooq.platform.Tables.JOB;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.Actor;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.JobView.State;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of jobs. A run that the scheduler gave up for dead may still be alive while another has begun: each run has a
 * number, and only the latest writes ({@link Overtaken} for all others, which undoes the transaction they wrote in).
 */
@Component
class JobStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    JobStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One run of a job: its number, and the checkpoint it goes on from. */
    record Turn(JobId id, long number, @Nullable String cursor) {}

    /** What is needed to run a job. */
    record Stored(JobId id, String kind, String params, String actor, String name, int attempts, State state) {}

    /** What was asked for and by whom; of those with the same key, one job is made. */
    record Asked(
            String kind,
            Object params,
            Actor by,
            String name,
            @Nullable String key) {}

    /** Stores a new job, or finds the one with the same kind and key. */
    JobId insert(JobId id, Asked asked, Instant now) {
        int inserted = sql.insertInto(JOB)
                .set(JOB.JOB_ID, id.value())
                .set(JOB.KIND, asked.kind())
                .set(JOB.KEY, asked.key())
                .set(JOB.STATE, "waiting")
                .set(JOB.PARAMS, JSONB.valueOf(json.writeValueAsString(asked.params())))
                .set(JOB.ACTOR, asked.by().reference())
                .set(JOB.ACTOR_NAME, asked.name())
                .set(JOB.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(JOB.KIND, JOB.KEY)
                .doNothing()
                .execute();
        if (inserted == 1) {
            return id;
        }
        return new JobId(sql.select(JOB.JOB_ID)
                .from(JOB)
                .where(JOB.KIND.eq(asked.kind()), JOB.KEY.eq(asked.key()))
                .fetchSingle(row -> row.value1()));
    }

    @Nullable
    Stored load(UUID id) {
        return sql.selectFrom(JOB)
                .where(JOB.JOB_ID.eq(id))
                .fetchOne(r -> new Stored(
                        new JobId(r.getJobId()),
                        r.getKind(),
                        r.getParams().data(),
                        r.getActor(),
                        r.getActorName(),
                        r.getAttempts(),
                        state(r.getState())));
    }

    /** The job, if it is the actor's or the actor may see all. */
    @Nullable
    JobView find(JobId id, @Nullable String onlyOf) {
        return sql.selectFrom(JOB)
                .where(JOB.JOB_ID.eq(id.value()))
                .and(of(onlyOf))
                .fetchOne(this::view);
    }

    List<JobView> list(@Nullable String onlyOf, @Nullable String kind, @Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 2);
        Condition page = after.isEmpty()
                ? DSL.noCondition()
                : DSL.row(JOB.CREATED_AT, JOB.JOB_ID).lessThan(after.time(0), after.id(1));
        return sql.selectFrom(JOB)
                .where(of(onlyOf))
                .and(kind == null ? DSL.noCondition() : JOB.KIND.eq(kind))
                .and(page)
                .orderBy(JOB.CREATED_AT.desc(), JOB.JOB_ID.desc())
                .limit(limit)
                .fetch(this::view);
    }

    boolean pending(String kind) {
        return sql.fetchExists(JOB, JOB.KIND.eq(kind).and(JOB.STATE.in("queued", "running")));
    }

    /** Begins a new run, from the last checkpoint of those before it, which can write nothing from now on. */
    Turn started(JobId id, Instant now) {
        return sql.update(JOB)
                .set(JOB.STATE, "running")
                .set(JOB.TURN, JOB.TURN.plus(1))
                .set(JOB.ATTEMPTS, JOB.ATTEMPTS.plus(1))
                .setNull(JOB.FINISHED_AT)
                .set(JOB.STARTED_AT, DSL.coalesce(JOB.STARTED_AT, DSL.val(now.atOffset(ZoneOffset.UTC))))
                .where(JOB.JOB_ID.eq(id.value()))
                .returning(JOB.TURN, JOB.CURSOR)
                .fetchSingle(row -> new Turn(id, row.getTurn(), row.getCursor()));
    }

    void checkpoint(Turn turn, String cursor, long done, long total) {
        written(
                turn,
                sql.update(JOB)
                        .set(JOB.CURSOR, cursor)
                        .set(JOB.DONE, done)
                        .set(JOB.TOTAL, total)
                        .where(is(turn))
                        .execute());
    }

    void result(Turn turn, Map<String, Object> result) {
        written(
                turn,
                sql.update(JOB)
                        .set(JOB.RESULT, JSONB.valueOf(json.writeValueAsString(result)))
                        .where(is(turn))
                        .execute());
    }

    void ended(Turn turn, State state, @Nullable Map<String, Object> failure, Instant now) {
        written(
                turn,
                sql.update(JOB)
                        .set(JOB.STATE, state.name().toLowerCase(Locale.ROOT))
                        .set(JOB.FAILURE, failure == null ? null : JSONB.valueOf(json.writeValueAsString(failure)))
                        .set(JOB.FINISHED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(is(turn))
                        .execute());
    }

    /** Back to waiting, as if it had not been started this time. */
    void setAside(Turn turn) {
        written(
                turn,
                sql.update(JOB)
                        .set(JOB.STATE, "waiting")
                        .set(JOB.ATTEMPTS, DSL.greatest(JOB.ATTEMPTS.minus(1), DSL.inline(0)))
                        .where(is(turn))
                        .execute());
    }

    private static Condition is(Turn turn) {
        return JOB.JOB_ID.eq(turn.id().value()).and(JOB.TURN.eq(turn.number()));
    }

    private static void written(Turn turn, int rows) {
        if (rows == 0) {
            throw new Overtaken(turn);
        }
    }

    void askToCancel(JobId id) {
        sql.update(JOB)
                .set(JOB.CANCEL_ASKED, true)
                .where(JOB.JOB_ID.eq(id.value()))
                .execute();
    }

    boolean cancelAsked(Turn turn) {
        var asked = sql.select(JOB.CANCEL_ASKED).from(JOB).where(is(turn)).fetchOne(JOB.CANCEL_ASKED);
        if (asked == null) {
            throw new Overtaken(turn);
        }
        return asked;
    }

    boolean isLatest(Turn turn) {
        return sql.fetchExists(JOB, is(turn));
    }

    private static Condition of(@Nullable String onlyOf) {
        return onlyOf == null ? DSL.noCondition() : JOB.ACTOR.eq(onlyOf);
    }

    private JobView view(Record row) {
        var r = row.into(JOB);
        return new JobView(
                new JobId(r.getJobId()),
                r.getKind(),
                state(r.getState()),
                r.getDone(),
                r.getTotal(),
                r.getActor(),
                r.getActorName(),
                r.getCreatedAt().toInstant(),
                instant(r.getStartedAt()),
                instant(r.getFinishedAt()),
                facts(r.getResult()),
                facts(r.getFailure()));
    }

    private @Nullable Map<String, Object> facts(@Nullable JSONB value) {
        return value == null ? null : json.readValue(value.data(), FACTS);
    }

    private static State state(String stored) {
        return State.valueOf(stored.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
