package org.guildhall.cashback.promoters;

import static org.guildhall.jooq.cashback.Tables.BOND;
import static org.guildhall.jooq.cashback.Tables.PROMOTER;
import static org.guildhall.jooq.cashback.Tables.PROMOTER_END;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Reads that somebody became or ceased to be a promoter, and was recommended, as entries of a member's timeline. */
@Component
class PromoterTimelineStore {

    private final DSLContext sql;

    PromoterTimelineStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Where entries of a kind come from. */
    private record Columns(
            Table<?> from,
            Field<UUID> member,
            Field<UUID> id,
            Field<OffsetDateTime> occurredAt,
            Field<OffsetDateTime> recordedAt,
            Field<String> actor) {}

    List<TimelineEntry> enrolled(MemberId member, TimelineQuery query) {
        return entries(
                "cashback.enrolled",
                new Columns(
                        PROMOTER,
                        PROMOTER.MEMBER_ID,
                        PROMOTER.CAUSE,
                        PROMOTER.OCCURRED_AT,
                        PROMOTER.RECORDED_AT,
                        PROMOTER.ACTOR),
                member,
                query);
    }

    List<TimelineEntry> ended(MemberId member, TimelineQuery query) {
        return entries(
                "cashback.promoter-ended",
                new Columns(
                        PROMOTER_END,
                        PROMOTER_END.MEMBER_ID,
                        PROMOTER_END.CAUSE,
                        PROMOTER_END.OCCURRED_AT,
                        PROMOTER_END.RECORDED_AT,
                        PROMOTER_END.ACTOR),
                member,
                query);
    }

    List<TimelineEntry> bound(MemberId member, TimelineQuery query) {
        return entries(
                "cashback.bound",
                new Columns(BOND, BOND.CUSTOMER_ID, BOND.BOND_ID, BOND.OCCURRED_AT, BOND.RECORDED_AT, BOND.ACTOR),
                member,
                query);
    }

    private List<TimelineEntry> entries(String kind, Columns columns, MemberId member, TimelineQuery query) {
        return sql.select(columns.id, columns.occurredAt, columns.recordedAt, columns.actor)
                .from(columns.from)
                .where(columns.member.eq(member.value()))
                .and(window(columns, query))
                .orderBy(columns.occurredAt.desc(), columns.id.desc())
                .limit(query.limit())
                .fetch(row -> new TimelineEntry(
                        row.value1(),
                        kind,
                        row.value2().toInstant(),
                        row.value3().toInstant(),
                        row.value4(),
                        Map.of()));
    }

    private static Condition window(Columns columns, TimelineQuery query) {
        var known = query.knownAt();
        var before = query.before();
        return (known == null ? noCondition() : columns.recordedAt.le(PromoterStore.at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(columns.occurredAt, columns.id)
                                        .lt(val(PromoterStore.at(before.occurredAt())), val(before.id())));
    }
}
