package org.guildhall.mall.orders;

import static org.guildhall.jooq.mall.Tables.PAYMENT;
import static org.guildhall.jooq.mall.Tables.REDEMPTION;
import static org.guildhall.jooq.mall.Tables.REWARD;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.jooq.mall.tables.records.RedemptionRecord;
import org.guildhall.jooq.mall.tables.records.RewardRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** Reads redemptions as entries of a member's timeline: each moment of an order is one, and each time money changed hands. */
@Component
class MallTimelineStore {

    private final DSLContext sql;

    MallTimelineStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A sort of moment: when it was, who did it, and the states in which it has been. */
    record Moment(
            String kind,
            TableField<RedemptionRecord, OffsetDateTime> at,
            TableField<RedemptionRecord, String> by,
            List<String> states) {}

    static final List<Moment> MOMENTS = List.of(
            new Moment(
                    "mall.redeemed",
                    REDEMPTION.PLACED_AT,
                    REDEMPTION.PLACED_BY,
                    List.of("waiting", "fulfilled", "cancelled", "expired", "returned")),
            new Moment("mall.handed-out", REDEMPTION.CLOSED_AT, REDEMPTION.CLOSED_BY, List.of("fulfilled", "returned")),
            new Moment("mall.cancelled", REDEMPTION.CLOSED_AT, REDEMPTION.CLOSED_BY, List.of("cancelled")),
            new Moment("mall.expired", REDEMPTION.CLOSED_AT, REDEMPTION.CLOSED_BY, List.of("expired")),
            new Moment("mall.taken-back", REDEMPTION.RETURNED_AT, REDEMPTION.RETURNED_BY, List.of("returned")));

    List<TimelineEntry> entries(MemberId member, Moment moment, TimelineQuery query) {
        var known = query.knownAt();
        var before = query.before();
        return sql.select(REDEMPTION, REWARD)
                .from(REDEMPTION)
                .join(REWARD)
                .using(REWARD.REWARD_ID)
                .where(REDEMPTION.MEMBER_ID.eq(member.value()))
                .and(REDEMPTION.STATE.in(moment.states))
                .and(known == null ? noCondition() : moment.at.le(known.atOffset(ZoneOffset.UTC)))
                .and(
                        before == null
                                ? noCondition()
                                : row(moment.at, REDEMPTION.ORDER_ID)
                                        .lt(val(before.occurredAt().atOffset(ZoneOffset.UTC)), val(before.id())))
                .orderBy(moment.at.desc(), REDEMPTION.ORDER_ID.desc())
                .limit(query.limit())
                .fetch(found -> entry(moment, found.value1(), found.value2()));
    }

    /** Money taken for redemptions, or given back. */
    static final String PAID = "mall.paid";

    static final String PAID_BACK = "mall.paid-back";

    List<TimelineEntry> money(MemberId member, boolean back, TimelineQuery query) {
        var known = query.knownAt();
        var before = query.before();
        return sql.select(PAYMENT, REWARD.NAME)
                .from(PAYMENT)
                .join(REDEMPTION)
                .on(REDEMPTION.ORDER_ID.eq(PAYMENT.ORDER_ID))
                .join(REWARD)
                .on(REWARD.REWARD_ID.eq(REDEMPTION.REWARD_ID))
                .where(REDEMPTION.MEMBER_ID.eq(member.value()))
                .and(back ? PAYMENT.ORIGIN_ID.isNotNull() : PAYMENT.ORIGIN_ID.isNull())
                .and(known == null ? noCondition() : PAYMENT.OCCURRED_AT.le(known.atOffset(ZoneOffset.UTC)))
                .and(
                        before == null
                                ? noCondition()
                                : row(PAYMENT.OCCURRED_AT, PAYMENT.PAYMENT_ID)
                                        .lt(val(before.occurredAt().atOffset(ZoneOffset.UTC)), val(before.id())))
                .orderBy(PAYMENT.OCCURRED_AT.desc(), PAYMENT.PAYMENT_ID.desc())
                .limit(query.limit())
                .fetch(found -> {
                    var paid = found.value1();
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("reward", found.value2());
                    facts.put("amount", Money.of(Math.abs(paid.getAmount()), paid.getCurrency()));
                    facts.put("redemption", paid.getOrderId().toString());
                    var at = paid.getOccurredAt().toInstant();
                    return new TimelineEntry(
                            paid.getPaymentId(), back ? PAID_BACK : PAID, at, at, paid.getActor(), facts);
                });
    }

    /** Removes what staff wrote in their own words. */
    void erase(MemberId member) {
        sql.update(REDEMPTION)
                .set(REDEMPTION.REASON, "")
                .where(REDEMPTION.MEMBER_ID.eq(member.value()))
                .and(REDEMPTION.REASON.isNotNull())
                .execute();
        sql.update(REDEMPTION)
                .set(REDEMPTION.RETURN_REASON, "")
                .where(REDEMPTION.MEMBER_ID.eq(member.value()))
                .and(REDEMPTION.RETURN_REASON.isNotNull())
                .execute();
    }

    private static TimelineEntry entry(Moment moment, RedemptionRecord order, RewardRecord reward) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reward", reward.getName());
        facts.put("quantity", order.getQuantity());
        facts.put("points", order.getPoints());
        facts.put("redemption", order.getOrderId().toString());
        var at = order.get(moment.at).toInstant();
        return new TimelineEntry(order.getOrderId(), moment.kind, at, at, order.get(moment.by), facts);
    }
}
