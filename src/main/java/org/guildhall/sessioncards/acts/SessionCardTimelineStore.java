package org.guildhall.sessioncards.acts;

import static org.guildhall.jooq.sessioncards.Tables.FACT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.jooq.sessioncards.tables.records.FactRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.guildhall.sessioncards.CardFact.Kind;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what happened to a member's cards as entries of their timeline. */
@Component
class SessionCardTimelineStore {

    private static final String MODULE = "sessioncards.";

    private final DSLContext sql;

    SessionCardTimelineStore(DSLContext sql) {
        this.sql = sql;
    }

    static String kind(Kind kind) {
        return MODULE + kind.code();
    }

    /** The entries of these kinds. */
    List<TimelineEntry> entries(List<Kind> kinds, MemberId member, TimelineQuery query) {
        return sql.selectFrom(FACT)
                .where(FACT.MEMBER_ID.eq(member.value()))
                .and(FACT.KIND.in(kinds.stream().map(Kind::code).toList()))
                .and(window(query))
                .orderBy(FACT.OCCURRED_AT.desc(), FACT.FACT_ID.desc())
                .limit(query.limit())
                .fetch(fact -> new TimelineEntry(
                        fact.getFactId(),
                        MODULE + fact.getKind(),
                        fact.getOccurredAt().toInstant(),
                        fact.getRecordedAt().toInstant(),
                        fact.getActor(),
                        told(fact)));
    }

    private Map<String, Object> told(FactRecord fact) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", fact.getName());
        if (fact.getMoney() != 0) {
            facts.put("money", Money.of(Math.abs(fact.getMoney()), fact.getCurrency()));
        }
        if (fact.getStartsAt() != null) {
            facts.put("startsAt", fact.getStartsAt().toInstant().toString());
        }
        if (fact.getLastDay() != null) {
            facts.put("lastDay", fact.getLastDay().toString());
        }
        facts.put("count", fact.getUsed());
        facts.put("reason", fact.getReason() == null ? "" : fact.getReason());
        return facts;
    }

    private static Condition window(TimelineQuery query) {
        var known = query.knownAt();
        var before = query.before();
        return (known == null ? noCondition() : FACT.RECORDED_AT.le(CardStore.at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(FACT.OCCURRED_AT, FACT.FACT_ID)
                                        .lt(val(CardStore.at(before.occurredAt())), val(before.id())));
    }
}
