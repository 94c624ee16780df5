package org.guildhall.cashback.acts;

import static org.guildhall.jooq.cashback.Tables.CREDIT;
import static org.guildhall.jooq.cashback.Tables.REBATE;
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

/** Reads credits and claw-backs as entries of a member's timeline. */
@Component
class CashbackTimelineStore {

    private static final String CREDITED = "cashback.credited";
    private static final String CLAWED_BACK = "cashback.clawed-back";
    private static final String COMMISSION = "cashback.commission-credited";
    private static final String COMMISSION_BACK = "cashback.commission-clawed-back";
    static final Set<String> KINDS = Set.of(CREDITED, CLAWED_BACK, COMMISSION, COMMISSION_BACK);

    private final DSLContext sql;

    CashbackTimelineStore(DSLContext sql) {
        this.sql = sql;
    }

    List<TimelineEntry> entries(String kind, MemberId member, TimelineQuery query) {
        boolean more = kind.equals(CREDITED) || kind.equals(COMMISSION);
        boolean own = kind.equals(CREDITED) || kind.equals(CLAWED_BACK);
        var change = CREDIT.TOTAL.minus(CREDIT.BEFORE);
        return sql.select(CREDIT, REBATE.PURCHASE_NUMBER, REBATE.CURRENCY)
                .from(CREDIT)
                .join(REBATE)
                .on(REBATE.REBATE_ID.eq(CREDIT.REBATE_ID))
                .where(REBATE.MEMBER_ID.eq(member.value()))
                .and(own ? REBATE.LEVEL.eq((short) 0) : REBATE.LEVEL.gt((short) 0))
                .and(more ? change.gt(0L) : change.lt(0L))
                .and(window(query))
                .orderBy(CREDIT.OCCURRED_AT.desc(), CREDIT.POSTING_ID.desc())
                .limit(query.limit())
                .fetch(found -> {
                    var credit = found.value1();
                    long amount = Math.abs(credit.getTotal() - credit.getBefore());
                    return new TimelineEntry(
                            credit.getPostingId(),
                            kind,
                            credit.getOccurredAt().toInstant(),
                            credit.getRecordedAt().toInstant(),
                            credit.getActor(),
                            Map.of("amount", Money.of(amount, found.value3()), "number", found.value2()));
                });
    }

    private static Condition window(TimelineQuery query) {
        var known = query.knownAt();
        var before = query.before();
        return (known == null ? noCondition() : CREDIT.RECORDED_AT.le(RebateStore.at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(CREDIT.OCCURRED_AT, CREDIT.POSTING_ID)
                                        .lt(val(RebateStore.at(before.occurredAt())), val(before.id())));
    }
}
