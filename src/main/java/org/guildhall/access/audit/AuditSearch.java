package org.guildhall.access.audit;

import static org.guildhall.jooq.access.Tables.AUDIT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.AuditQuery;
import org.guildhall.access.AuditRow;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.jooq.access.tables.records.AuditRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds remembered acts, newest first. */
@Component
class AuditSearch {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    AuditSearch(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<AuditRow> find(AuditQuery query, Scope scope, @Nullable Long before, int limit) {
        return db.selectFrom(AUDIT)
                .where(asked(query))
                .and(Scopes.condition(scope, AUDIT.UNIT_ID, DSL.castNull(UUID.class)))
                .and(before == null ? DSL.noCondition() : AUDIT.SEQ.lt(before))
                .orderBy(AUDIT.SEQ.desc())
                .limit(limit)
                .fetch(this::row);
    }

    private static Condition asked(AuditQuery query) {
        var condition = DSL.noCondition();
        if (query.actor() != null) {
            condition = condition.and(AUDIT.ACTOR.eq(query.actor()));
        }
        if (query.act() != null) {
            condition = condition.and(AUDIT.ACT.startsWith(query.act()));
        }
        if (query.subjectKind() != null) {
            condition = condition.and(AUDIT.SUBJECT_KIND.eq(query.subjectKind()));
        }
        if (query.subjectId() != null) {
            condition = condition.and(AUDIT.SUBJECT_ID.eq(query.subjectId()));
        }
        if (query.member() != null) {
            condition = condition.and(AUDIT.MEMBER_ID.eq(query.member().value()));
        }
        if (query.requestId() != null) {
            condition = condition.and(AUDIT.REQUEST_ID.eq(query.requestId()));
        }
        if (query.from() != null) {
            condition = condition.and(AUDIT.AT.ge(at(query.from())));
        }
        return query.to() == null ? condition : condition.and(AUDIT.AT.lt(at(query.to())));
    }

    private AuditRow row(AuditRecord row) {
        return new AuditRow(
                row.getSeq(),
                row.getAt().toInstant(),
                row.getActor(),
                row.getActorName(),
                row.getRequestId(),
                row.getAct(),
                row.getSubjectKind(),
                row.getSubjectId(),
                row.getMemberId() == null ? null : MemberId.of(row.getMemberId()),
                row.getUnitId() == null ? null : UnitId.of(row.getUnitId()),
                json.readValue(row.getFacts().data(), FACTS));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
