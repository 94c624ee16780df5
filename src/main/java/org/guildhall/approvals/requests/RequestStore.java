package org.guildhall.approvals.requests;

import static org.guildhall.jooq.approvals.Tables.REQUEST;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.approvals.ApprovalView.State;
import org.guildhall.approvals.AskedAbout;
import org.guildhall.approvals.RequestsAbout;
import org.guildhall.jooq.approvals.tables.records.RequestRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests. */
@Component
class RequestStore {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<ApprovalPolicy.Step>> CHAIN = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    RequestStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Stored> find(UUID id) {
        return db.selectFrom(REQUEST).where(REQUEST.REQUEST_ID.eq(id)).fetchOptional(this::stored);
    }

    /** The request, held until the transaction ends: one word at a time. */
    Optional<Stored> hold(UUID id) {
        return db.selectFrom(REQUEST)
                .where(REQUEST.REQUEST_ID.eq(id))
                .forUpdate()
                .fetchOptional(this::stored);
    }

    Optional<Stored> open(String kind, UUID subject) {
        return db.selectFrom(REQUEST)
                .where(REQUEST.KIND.eq(kind))
                .and(REQUEST.SUBJECT_ID.eq(subject))
                .and(REQUEST.ENDED_AT.isNull())
                .fetchOptional(this::stored);
    }

    Optional<Stored> latest(String kind, UUID subject) {
        return db.selectFrom(REQUEST)
                .where(REQUEST.KIND.eq(kind))
                .and(REQUEST.SUBJECT_ID.eq(subject))
                .orderBy(REQUEST.REQUEST_ID.desc())
                .limit(1)
                .fetchOptional(this::stored);
    }

    /** Whether a request is for just this command. */
    boolean asks(Stored request, JsonNode command) {
        return json.readTree(command.toString()).equals(request.command());
    }

    /** Commands of the requests that somebody has to decide, not of those given back; who asks the same waits until the transaction ends. */
    List<JsonNode> waiting(String kind, MemberId member, UUID except) {
        db.execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val(kind + "|" + member));
        return db.select(REQUEST.COMMAND)
                .from(REQUEST)
                .where(REQUEST.MEMBER_ID.eq(member.value()))
                .and(REQUEST.KIND.eq(kind))
                .and(REQUEST.SUBJECT_ID.ne(except))
                .and(REQUEST.STATE.eq(State.PENDING.code()))
                .orderBy(REQUEST.REQUEST_ID)
                .fetch(row -> json.readTree(row.value1().data()));
    }

    /** Commands of the requests of a kind that have not ended. */
    List<JsonNode> undecided(String kind) {
        return db.select(REQUEST.COMMAND)
                .from(REQUEST)
                .where(REQUEST.KIND.eq(kind))
                .and(REQUEST.ENDED_AT.isNull())
                .orderBy(REQUEST.REQUEST_ID)
                .fetch(row -> json.readTree(row.value1().data()));
    }

    List<Stored> page(Condition condition, @Nullable UUID before, int limit) {
        return db.selectFrom(REQUEST)
                .where(condition)
                .and(before == null ? DSL.noCondition() : REQUEST.REQUEST_ID.lt(before))
                .orderBy(REQUEST.REQUEST_ID.desc())
                .limit(limit)
                .fetch(this::stored);
    }

    List<AskedAbout> about(RequestsAbout query) {
        var known = query.knownAt();
        var before = query.before();
        return db.selectFrom(REQUEST)
                .where(REQUEST.MEMBER_ID.eq(query.member().value()))
                .and(known == null ? DSL.noCondition() : REQUEST.REQUESTED_AT.le(at(known)))
                .and(
                        before == null
                                ? DSL.noCondition()
                                : DSL.row(REQUEST.REQUESTED_AT, REQUEST.REQUEST_ID)
                                        .lt(at(before), query.beforeId()))
                .orderBy(REQUEST.REQUESTED_AT.desc(), REQUEST.REQUEST_ID.desc())
                .limit(query.limit())
                .fetch(row -> new AskedAbout(
                        row.getRequestId(),
                        row.getKind(),
                        State.of(row.getState()),
                        row.getRequestedBy(),
                        row.getRequestedAt().toInstant()));
    }

    /** Adds the request; false if another one of the subject waits. */
    boolean insert(Stored request) {
        var member = request.member();
        var unit = request.unit();
        return db.insertInto(REQUEST)
                        .set(REQUEST.REQUEST_ID, request.id())
                        .set(REQUEST.KIND, request.kind())
                        .set(REQUEST.SUBJECT_ID, request.subject())
                        .set(REQUEST.COMMAND, text(request.command()))
                        .set(REQUEST.FACTS, text(request.facts()))
                        .set(REQUEST.AMOUNT, request.amount())
                        .set(REQUEST.MEMBER_ID, member == null ? null : member.value())
                        .set(REQUEST.UNIT_ID, unit == null ? null : unit.value())
                        .set(REQUEST.REASON, request.reason())
                        .set(REQUEST.CHAIN, text(request.chain()))
                        .set(REQUEST.POLICY_VERSION, request.policyVersion())
                        .set(REQUEST.STATE, request.state().code())
                        .set(REQUEST.ROUND, request.round())
                        .set(REQUEST.STEP, request.step())
                        .set(REQUEST.REVISION, request.revision())
                        .set(REQUEST.REQUESTED_BY, request.requestedBy())
                        .set(REQUEST.REQUESTED_BY_NAME, request.requestedByName())
                        .set(REQUEST.REQUESTED_AT, at(request.requestedAt()))
                        .set(REQUEST.ENDED_AT, at(request.endedAt()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void update(Stored request) {
        db.update(REQUEST)
                .set(REQUEST.STATE, request.state().code())
                .set(REQUEST.ROUND, request.round())
                .set(REQUEST.STEP, request.step())
                .set(REQUEST.REVISION, request.revision())
                .set(REQUEST.REASON, request.reason())
                .set(REQUEST.ENDED_AT, at(request.endedAt()))
                .where(REQUEST.REQUEST_ID.eq(request.id()))
                .execute();
    }

    private JSONB text(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private Stored stored(RequestRecord row) {
        return new Stored(
                row.getRequestId(),
                row.getKind(),
                row.getSubjectId(),
                json.readTree(row.getCommand().data()),
                json.readValue(row.getFacts().data(), FACTS),
                row.getAmount(),
                row.getMemberId() == null ? null : new MemberId(row.getMemberId()),
                row.getUnitId() == null ? null : new UnitId(row.getUnitId()),
                row.getReason(),
                json.readValue(row.getChain().data(), CHAIN),
                row.getPolicyVersion(),
                State.of(row.getState()),
                row.getRound(),
                row.getStep(),
                row.getRevision(),
                row.getRequestedBy(),
                row.getRequestedByName(),
                row.getRequestedAt().toInstant(),
                row.getEndedAt() == null ? null : row.getEndedAt().toInstant());
    }
}
