package org.guildhall.benefits.acts;

import static org.guildhall.jooq.benefits.Tables.GRANTED;
import static org.guildhall.jooq.benefits.Tables.REVOCATION;
import static org.guildhall.jooq.benefits.Tables.TAKING_BACK;
import static org.guildhall.jooq.benefits.Tables.USE;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Reads what was given, taken away, used and taken back as entries of a member's timeline. */
@Component
class BenefitTimelineStore {

    private static final Field<String> NO_TEXT = castNull(SQLDataType.VARCHAR);
    private static final Field<Long> NO_AMOUNT = castNull(SQLDataType.BIGINT);

    private final DSLContext sql;

    BenefitTimelineStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Where entries of a kind come from: whose, which, when true, when learnt, by whom. */
    private record Columns(
            Table<?> from,
            Field<UUID> member,
            Field<UUID> id,
            Field<OffsetDateTime> occurredAt,
            Field<OffsetDateTime> recordedAt,
            Field<String> actor) {}

    /** What their sentences tell. */
    private record Told(Field<String> name, Field<String> reason, Field<Long> cost, Field<String> currency) {}

    List<TimelineEntry> given(MemberId member, TimelineQuery query) {
        var columns = new Columns(
                GRANTED, GRANTED.MEMBER_ID, GRANTED.GRANT_ID, GRANTED.OCCURRED_AT, GRANTED.RECORDED_AT, GRANTED.ACTOR);
        return entries(
                "benefits.granted", columns, new Told(GRANTED.CODE, GRANTED.REASON, NO_AMOUNT, NO_TEXT), member, query);
    }

    List<TimelineEntry> revoked(MemberId member, TimelineQuery query) {
        var columns = new Columns(
                REVOCATION.join(GRANTED).on(GRANTED.GRANT_ID.eq(REVOCATION.GRANT_ID)),
                GRANTED.MEMBER_ID,
                REVOCATION.GRANT_ID,
                REVOCATION.OCCURRED_AT,
                REVOCATION.RECORDED_AT,
                REVOCATION.ACTOR);
        var told = new Told(GRANTED.CODE, REVOCATION.REASON, NO_AMOUNT, NO_TEXT);
        return entries("benefits.revoked", columns, told, member, query);
    }

    List<TimelineEntry> used(MemberId member, TimelineQuery query) {
        var columns = new Columns(USE, USE.MEMBER_ID, USE.USE_ID, USE.OCCURRED_AT, USE.RECORDED_AT, USE.ACTOR);
        return entries("benefits.used", columns, new Told(USE.NAME, NO_TEXT, USE.COST, USE.CURRENCY), member, query);
    }

    List<TimelineEntry> takenBack(MemberId member, TimelineQuery query) {
        var columns = new Columns(
                TAKING_BACK.join(USE).on(USE.USE_ID.eq(TAKING_BACK.USE_ID)),
                USE.MEMBER_ID,
                TAKING_BACK.USE_ID,
                TAKING_BACK.OCCURRED_AT,
                TAKING_BACK.RECORDED_AT,
                TAKING_BACK.ACTOR);
        var told = new Told(USE.NAME, TAKING_BACK.REASON, USE.COST, USE.CURRENCY);
        return entries("benefits.taken-back", columns, told, member, query);
    }

    private List<TimelineEntry> entries(String kind, Columns columns, Told told, MemberId member, TimelineQuery query) {
        return sql.select(columns.id, columns.occurredAt, columns.recordedAt, columns.actor)
                .select(told.name, told.reason, told.cost, told.currency)
                .from(columns.from)
                .where(columns.member.eq(member.value()))
                .and(window(columns, query))
                .orderBy(columns.occurredAt.desc(), columns.id.desc())
                .limit(query.limit())
                .fetch(row -> {
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("name", row.get(told.name));
                    if (row.get(told.reason) != null) {
                        facts.put("reason", row.get(told.reason));
                    }
                    if (row.get(told.cost) != null) {
                        facts.put("cost", Money.of(row.get(told.cost), row.get(told.currency)));
                    }
                    return new TimelineEntry(
                            row.get(columns.id),
                            kind,
                            row.get(columns.occurredAt).toInstant(),
                            row.get(columns.recordedAt).toInstant(),
                            row.get(columns.actor),
                            facts);
                });
    }

    private static Condition window(Columns columns, TimelineQuery query) {
        var known = query.knownAt();
        var before = query.before();
        return (known == null ? noCondition() : columns.recordedAt.le(GrantStore.at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(columns.occurredAt, columns.id)
                                        .lt(val(GrantStore.at(before.occurredAt())), val(before.id())));
    }

    /** Removes what staff wrote about this member. */
    void erase(MemberId member) {
        var grants = select(GRANTED.GRANT_ID).from(GRANTED).where(GRANTED.MEMBER_ID.eq(member.value()));
        var uses = select(USE.USE_ID).from(USE).where(USE.MEMBER_ID.eq(member.value()));
        sql.update(GRANTED)
                .set(GRANTED.REASON, "")
                .where(GRANTED.MEMBER_ID.eq(member.value()))
                .execute();
        sql.update(REVOCATION)
                .set(REVOCATION.REASON, "")
                .where(REVOCATION.GRANT_ID.in(grants))
                .execute();
        sql.update(TAKING_BACK)
                .set(TAKING_BACK.REASON, "")
                .where(TAKING_BACK.USE_ID.in(uses))
                .execute();
    }
}
