package org.guildhall.cashback.payouts;

import static org.guildhall.jooq.cashback.Tables.PAYMENT;
import static org.guildhall.jooq.cashback.Tables.PAYOUT;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells what of a member's commissions was paid out, and what of it was taken back. */
@Component
public class PaidOutStore {

    private static final String PAID = "cashback.commission-paid";
    private static final String REVERSED = "cashback.commission-payment-reversed";

    /** The kinds of timeline entries told here. */
    public static final Set<String> KINDS = Set.of(PAID, REVERSED);

    private final DSLContext sql;
    private final PayoutStore store;

    PaidOutStore(DSLContext sql, PayoutStore store) {
        this.sql = sql;
        this.store = store;
    }

    /** This part of a member's timeline. */
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        return KINDS.stream()
                .filter(query::wants)
                .flatMap(kind -> entries(kind, member, query).stream())
                .toList();
    }

    private List<TimelineEntry> entries(String kind, MemberId member, TimelineQuery query) {
        return sql.select(PAYMENT, PAYOUT.MONTH, PAYOUT.CURRENCY, abs(PAYMENT.TOTAL.minus(PAYMENT.BEFORE)))
                .from(PAYMENT)
                .join(PAYOUT)
                .on(PAYOUT.PAYOUT_ID.eq(PAYMENT.PAYOUT_ID))
                .where(PAYMENT.MEMBER_ID.eq(member.value()))
                .and(PAYMENT.KIND.eq(kind.equals(PAID) ? "paid" : "reversed"))
                .and(window(query))
                .orderBy(PAYMENT.OCCURRED_AT.desc(), PAYMENT.POSTING_ID.desc())
                .limit(query.limit())
                .fetch(found -> new TimelineEntry(
                        found.value1().getPostingId(),
                        kind,
                        found.value1().getOccurredAt().toInstant(),
                        found.value1().getRecordedAt().toInstant(),
                        found.value1().getActor(),
                        Map.of(
                                "amount",
                                Money.of(found.value4(), found.value3()),
                                "month",
                                Paying.month(found.value2()),
                                "reason",
                                found.value1().getReason())));
    }

    private static Condition window(TimelineQuery query) {
        var known = query.knownAt();
        var before = query.before();
        return (known == null ? noCondition() : PAYMENT.RECORDED_AT.le(PayoutStore.at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(PAYMENT.OCCURRED_AT, PAYMENT.POSTING_ID)
                                        .lt(val(PayoutStore.at(before.occurredAt())), val(before.id())));
    }

    /** Removes what staff wrote about this member. */
    public void erase(MemberId member) {
        store.erase(member);
    }
}
