package org.guildhall.lottery.drawing;

import static org.guildhall.jooq.lottery.Tables.DRAW;
import static org.guildhall.jooq.lottery.Tables.ENDING;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Reads draws and how they ended as entries of a member's timeline. */
@Component
class LotteryTimelineStore {

    static final String DRAWN = "lottery.drawn";

    private final DSLContext sql;
    private final DrawStore draws;

    LotteryTimelineStore(DSLContext sql, DrawStore draws) {
        this.sql = sql;
        this.draws = draws;
    }

    List<TimelineEntry> drawn(MemberId member, TimelineQuery query) {
        return draws
                .all()
                .where(DRAW.MEMBER_ID.eq(member.value()))
                .and(window(query, DRAW.OCCURRED_AT, DRAW.RECORDED_AT, DRAW.DRAW_ID))
                .orderBy(DRAW.OCCURRED_AT.desc(), DRAW.DRAW_ID.desc())
                .limit(query.limit())
                .fetch(draws::stored)
                .stream()
                .map(draw -> new TimelineEntry(
                        draw.id(),
                        DRAWN,
                        draw.row().getOccurredAt().toInstant(),
                        draw.row().getRecordedAt().toInstant(),
                        draw.row().getActor(),
                        facts(draw)))
                .toList();
    }

    /** How draws ended in one of the two ways. */
    List<TimelineEntry> ended(MemberId member, String kind, TimelineQuery query) {
        return draws
                .all()
                .where(ENDING.MEMBER_ID.eq(member.value()))
                .and(ENDING.KIND.eq(kind))
                .and(window(query, ENDING.OCCURRED_AT, ENDING.RECORDED_AT, ENDING.DRAW_ID))
                .orderBy(ENDING.OCCURRED_AT.desc(), ENDING.DRAW_ID.desc())
                .limit(query.limit())
                .fetch(draws::stored)
                .stream()
                .map(draw -> ended(draw, kind))
                .toList();
    }

    private static TimelineEntry ended(Stored draw, String kind) {
        var ending = java.util.Objects.requireNonNull(draw.ending());
        var facts = facts(draw);
        if (ending.getReason() != null) {
            facts.put("reason", ending.getReason());
        }
        return new TimelineEntry(
                draw.id(),
                "lottery." + kind,
                ending.getOccurredAt().toInstant(),
                ending.getRecordedAt().toInstant(),
                ending.getActor(),
                facts);
    }

    private static Map<String, Object> facts(Stored draw) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("lottery", draw.details().name());
        facts.put("prize", draw.given().name());
        facts.put("points", draw.row().getPoints());
        facts.put("draw", draw.id().toString());
        return facts;
    }

    private static Condition window(
            TimelineQuery query, Field<OffsetDateTime> occurred, Field<OffsetDateTime> recorded, Field<UUID> id) {
        var known = query.knownAt();
        var before = query.before();
        return (known == null ? noCondition() : recorded.le(DrawStore.at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(occurred, id).lt(val(DrawStore.at(before.occurredAt())), val(before.id())));
    }

    /** Removes what staff wrote about this member. */
    void erase(MemberId member) {
        sql.update(ENDING)
                .set(ENDING.REASON, "")
                .where(ENDING.MEMBER_ID.eq(member.value()))
                .and(ENDING.REASON.isNotNull())
                .execute();
    }
}
