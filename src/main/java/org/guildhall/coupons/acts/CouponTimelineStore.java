package org.guildhall.coupons.acts;

import static org.guildhall.jooq.coupons.Tables.COUPON;
import static org.guildhall.jooq.coupons.Tables.FACT;
import static org.guildhall.jooq.coupons.Tables.ISSUANCE;
import static org.guildhall.jooq.coupons.Tables.TERMS;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.coupons.CouponFact;
import org.guildhall.coupons.codes.CouponCodes;
import org.guildhall.jooq.coupons.tables.records.FactRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Reads the steps of coupons as entries of a member's timeline. */
@Component
class CouponTimelineStore {

    /** What the giver's timeline calls a coupon that was passed on. */
    static final String PASSED_ON = "coupons.passed-on";

    private final DSLContext sql;

    CouponTimelineStore(DSLContext sql) {
        this.sql = sql;
    }

    static String kind(CouponFact.Kind kind) {
        return "coupons." + kind.code();
    }

    List<TimelineEntry> entries(MemberId member, CouponFact.Kind kind, TimelineQuery query) {
        var own = FACT.MEMBER_ID.eq(member.value()).and(FACT.KIND.eq(kind.code()));
        return entries(own, kind(kind), query);
    }

    List<TimelineEntry> passedOn(MemberId member, TimelineQuery query) {
        return entries(FACT.FROM_MEMBER_ID.eq(member.value()), PASSED_ON, query);
    }

    private List<TimelineEntry> entries(Condition which, String kind, TimelineQuery query) {
        return sql.select(FACT, COUPON.CODE, TERMS.NAME)
                .from(FACT)
                .join(COUPON)
                .on(COUPON.COUPON_ID.eq(FACT.COUPON_ID))
                .join(TERMS)
                .on(TERMS.BATCH_ID.eq(COUPON.BATCH_ID), TERMS.REVISION.eq(COUPON.REVISION))
                .where(which)
                .and(window(query))
                .orderBy(FACT.OCCURRED_AT.desc(), FACT.FACT_ID.desc())
                .limit(query.limit())
                .fetch(found -> entry(found.value1(), kind, found.value2(), found.value3()));
    }

    private static TimelineEntry entry(FactRecord fact, String kind, String code, String name) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("code", CouponCodes.shown(code));
        var amount = Stored.money(fact.getAmount(), fact.getCurrency());
        if (amount != null) {
            facts.put("amount", amount);
        }
        if (fact.getReason() != null) {
            facts.put("reason", fact.getReason());
        }
        facts.put("coupon", fact.getCouponId().toString());
        return new TimelineEntry(
                fact.getFactId(),
                kind,
                fact.getOccurredAt().toInstant(),
                fact.getRecordedAt().toInstant(),
                fact.getActor(),
                facts);
    }

    private static Condition window(TimelineQuery query) {
        var known = query.knownAt();
        var before = query.before();
        return (known == null ? noCondition() : FACT.RECORDED_AT.le(CouponStore.at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(FACT.OCCURRED_AT, FACT.FACT_ID)
                                        .lt(val(CouponStore.at(before.occurredAt())), val(before.id())));
    }

    /** Removes what staff wrote about this member alone. */
    void erase(MemberId member) {
        sql.update(FACT)
                .set(FACT.REASON, "")
                .where(FACT.MEMBER_ID.eq(member.value()).or(FACT.FROM_MEMBER_ID.eq(member.value())))
                .and(FACT.REASON.isNotNull())
                .execute();
        sql.update(ISSUANCE)
                .set(ISSUANCE.REASON, "")
                .where(ISSUANCE.WANTED.eq(1))
                .and(ISSUANCE.ISSUANCE_ID.in(issuances(member)))
                .execute();
    }

    private static Select<Record1<UUID>> issuances(MemberId member) {
        return select(FACT.ABOUT)
                .from(FACT)
                .where(FACT.MEMBER_ID.eq(member.value()))
                .and(FACT.KIND.eq(CouponFact.Kind.ISSUED.code()));
    }
}
