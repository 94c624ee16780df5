package org.guildhall.loyalty.registry;

import static org.guildhall.jooq.loyalty.Tables.OCCASION;
import static org.guildhall.jooq.loyalty.Tables.OCCASION_TAKEN_BACK;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** Reads occasions and what was taken back of them as entries of a member's timeline. */
@Component
class OccasionTimelineStore {

    private final DSLContext sql;

    OccasionTimelineStore(DSLContext sql) {
        this.sql = sql;
    }

    List<TimelineEntry> occasions(MemberId member, TimelineQuery query) {
        return sql.selectFrom(OCCASION)
                .where(OCCASION.MEMBER_ID.eq(member.value()))
                .and(wanted(query, OCCASION.OCCURRED_AT, OCCASION.OCCASION_ID, OCCASION.RECORDED_AT))
                .orderBy(OCCASION.OCCURRED_AT.desc(), OCCASION.OCCASION_ID.desc())
                .limit(query.limit())
                .fetch(found -> {
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("occasion", found.getKind());
                    if (found.getStoreId() != null) {
                        facts.put("store", found.getStoreId().toString());
                    }
                    return new TimelineEntry(
                            found.getOccasionId(),
                            "loyalty.occasion",
                            found.getOccurredAt().toInstant(),
                            found.getRecordedAt().toInstant(),
                            null,
                            facts);
                });
    }

    List<TimelineEntry> takenBack(MemberId member, TimelineQuery query) {
        var back = OCCASION_TAKEN_BACK;
        return sql.select(back, OCCASION.KIND)
                .from(back)
                .join(OCCASION)
                .on(OCCASION.MEMBER_ID.eq(back.MEMBER_ID))
                .and(OCCASION.OCCASION_ID.eq(back.OCCASION_ID))
                .where(back.MEMBER_ID.eq(member.value()))
                .and(wanted(query, back.TAKEN_AT, back.TAKING_ID, back.TAKEN_AT))
                .orderBy(back.TAKEN_AT.desc(), back.TAKING_ID.desc())
                .limit(query.limit())
                .fetch(found -> new TimelineEntry(
                        found.value1().getTakingId(),
                        "loyalty.occasion-taken-back",
                        found.value1().getTakenAt().toInstant(),
                        found.value1().getTakenAt().toInstant(),
                        null,
                        Map.of(
                                "occasion",
                                found.value2(),
                                "reason",
                                found.value1().getReason())));
    }

    /** Removes what staff wrote in their own words. */
    void erase(MemberId member) {
        sql.update(OCCASION_TAKEN_BACK)
                .set(OCCASION_TAKEN_BACK.REASON, "")
                .where(OCCASION_TAKEN_BACK.MEMBER_ID.eq(member.value()))
                .execute();
    }

    private static Condition wanted(
            TimelineQuery query,
            TableField<?, OffsetDateTime> occurredAt,
            TableField<?, UUID> id,
            TableField<?, OffsetDateTime> recordedAt) {
        var knownAt = query.knownAt();
        var before = query.before();
        var condition = knownAt == null ? noCondition() : recordedAt.le(knownAt.atOffset(ZoneOffset.UTC));
        return before == null
                ? condition
                : condition.and(
                        row(occurredAt, id).lt(val(before.occurredAt().atOffset(ZoneOffset.UTC)), val(before.id())));
    }
}
