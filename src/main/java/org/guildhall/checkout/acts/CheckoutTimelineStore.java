package org.guildhall.checkout.acts;

import static org.guildhall.jooq.checkout.Tables.RETURN;
import static org.guildhall.jooq.checkout.Tables.SALE;
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
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** Reads checkouts and returns as entries of a member's timeline. */
@Component
class CheckoutTimelineStore {

    static final String SOLD = "checkout.sold";
    static final String TAKEN_BACK = "checkout.taken-back";

    private final DSLContext sql;

    CheckoutTimelineStore(DSLContext sql) {
        this.sql = sql;
    }

    List<TimelineEntry> sold(MemberId member, TimelineQuery query) {
        return sql.selectFrom(SALE)
                .where(SALE.MEMBER_ID.eq(member.value()))
                .and(window(query, SALE.OCCURRED_AT, SALE.CHECKOUT_ID, SALE.RECORDED_AT))
                .orderBy(SALE.OCCURRED_AT.desc(), SALE.CHECKOUT_ID.desc())
                .limit(query.limit())
                .fetch(sale -> {
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("number", sale.getNumber());
                    facts.put("total", Money.of(sale.getListAmount(), sale.getCurrency()));
                    facts.put(
                            "paid",
                            Money.of(sale.getStored() + sale.getCashback() + sale.getTendered(), sale.getCurrency()));
                    facts.put("points", sale.getPoints());
                    facts.put("checkout", sale.getCheckoutId().toString());
                    return new TimelineEntry(
                            sale.getCheckoutId(),
                            SOLD,
                            sale.getOccurredAt().toInstant(),
                            sale.getRecordedAt().toInstant(),
                            sale.getActor(),
                            facts);
                });
    }

    List<TimelineEntry> takenBack(MemberId member, TimelineQuery query) {
        return sql.select(RETURN, SALE.NUMBER, SALE.CURRENCY)
                .from(RETURN)
                .join(SALE)
                .on(SALE.CHECKOUT_ID.eq(RETURN.CHECKOUT_ID))
                .where(SALE.MEMBER_ID.eq(member.value()))
                .and(window(query, RETURN.OCCURRED_AT, RETURN.RETURN_ID, RETURN.RECORDED_AT))
                .orderBy(RETURN.OCCURRED_AT.desc(), RETURN.RETURN_ID.desc())
                .limit(query.limit())
                .fetch(found -> {
                    var back = found.value1();
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("number", found.value2());
                    facts.put(
                            "paid",
                            Money.of(back.getStored() + back.getCashback() + back.getTendered(), found.value3()));
                    facts.put("points", back.getPoints());
                    facts.put("reason", back.getReason());
                    facts.put("checkout", back.getCheckoutId().toString());
                    return new TimelineEntry(
                            back.getReturnId(),
                            TAKEN_BACK,
                            back.getOccurredAt().toInstant(),
                            back.getRecordedAt().toInstant(),
                            back.getActor(),
                            facts);
                });
    }

    private static Condition window(
            TimelineQuery query,
            TableField<?, OffsetDateTime> occurred,
            TableField<?, UUID> id,
            TableField<?, OffsetDateTime> recorded) {
        var known = query.knownAt();
        var before = query.before();
        return (known == null ? noCondition() : recorded.le(CheckoutStore.at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(occurred, id).lt(val(CheckoutStore.at(before.occurredAt())), val(before.id())));
    }

    /** Removes what staff wrote in their own words. */
    void erase(MemberId member) {
        sql.update(RETURN)
                .set(RETURN.REASON, "")
                .where(RETURN.CHECKOUT_ID.in(
                        select(SALE.CHECKOUT_ID).from(SALE).where(SALE.MEMBER_ID.eq(member.value()))))
                .execute();
    }
}
