package org.guildhall.cashback.promoters;

import static org.guildhall.jooq.cashback.Tables.CREDIT;
import static org.guildhall.jooq.cashback.Tables.PAYMENT;
import static org.guildhall.jooq.cashback.Tables.PAYOUT;
import static org.guildhall.jooq.cashback.Tables.REBATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.guildhall.cashback.CommissionStatement;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up what a promoter's recommendations brought in a month, and what was paid out. */
@Component
class StatementSearch {

    private static final int LINES = 100;

    private final DSLContext sql;

    StatementSearch(DSLContext sql) {
        this.sql = sql;
    }

    /** From an instant to before another. */
    record Between(Instant from, Instant to) {}

    /** What was booked for a promoter in a month: the sums of all of it, and a page of its lines. */
    CommissionStatement of(Asked asked, Surroundings surroundings) {
        var currency = surroundings.currency();
        var change = CREDIT.TOTAL.minus(CREDIT.BEFORE);
        var sums = sql.select(
                        coalesce(sum(change).filterWhere(change.gt(0L)), inline(BigDecimal.ZERO)),
                        coalesce(sum(change).filterWhere(change.lt(0L)), inline(BigDecimal.ZERO)))
                .from(CREDIT)
                .join(REBATE)
                .on(REBATE.REBATE_ID.eq(CREDIT.REBATE_ID))
                .where(booked(asked))
                .fetchSingle();
        long credited = sums.value1().longValueExact();
        long back = Math.negateExact(sums.value2().longValueExact());
        var lines = lines(asked);
        var between = asked.between;
        long opening = creditedBefore(asked.promoter, between.from()) - paidBefore(asked.promoter, between.from());
        long paidOut = paidBefore(asked.promoter, between.to()) - paidBefore(asked.promoter, between.from());
        return new CommissionStatement(
                asked.promoter,
                asked.month,
                Money.of(opening, currency),
                Money.of(credited, currency),
                Money.of(back, currency),
                Money.of(credited - back, currency),
                Money.of(paidOut, currency),
                Money.of(opening + credited - back - paidOut, currency),
                Money.of(surroundings.balance(asked.promoter), currency),
                false,
                lines.items(),
                payments(asked),
                lines.next());
    }

    private long creditedBefore(MemberId promoter, Instant at) {
        return sql.select(coalesce(sum(CREDIT.TOTAL.minus(CREDIT.BEFORE)), inline(BigDecimal.ZERO)))
                .from(CREDIT)
                .join(REBATE)
                .on(REBATE.REBATE_ID.eq(CREDIT.REBATE_ID))
                .where(REBATE.MEMBER_ID.eq(promoter.value()))
                .and(REBATE.LEVEL.gt((short) 0))
                .and(CREDIT.OCCURRED_AT.lt(PromoterStore.at(at)))
                .fetchSingle(row -> row.value1().longValueExact());
    }

    private long paidBefore(MemberId promoter, Instant at) {
        return sql.select(coalesce(sum(PAYMENT.TOTAL.minus(PAYMENT.BEFORE)), inline(BigDecimal.ZERO)))
                .from(PAYMENT)
                .where(PAYMENT.MEMBER_ID.eq(promoter.value()))
                .and(PAYMENT.OCCURRED_AT.lt(PromoterStore.at(at)))
                .fetchSingle(row -> row.value1().longValueExact());
    }

    private List<CommissionStatement.Payment> payments(Asked asked) {
        return sql.select(PAYMENT, PAYOUT.MONTH, PAYOUT.CURRENCY)
                .from(PAYMENT)
                .join(PAYOUT)
                .on(PAYOUT.PAYOUT_ID.eq(PAYMENT.PAYOUT_ID))
                .where(PAYMENT.MEMBER_ID.eq(asked.promoter.value()))
                .and(PAYMENT.OCCURRED_AT.ge(PromoterStore.at(asked.between.from())))
                .and(PAYMENT.OCCURRED_AT.lt(PromoterStore.at(asked.between.to())))
                .orderBy(PAYMENT.STEP)
                .limit(LINES)
                .fetch(row -> new CommissionStatement.Payment(
                        row.value1().getPayoutId(),
                        YearMonth.from(row.value2()),
                        Money.of(row.value1().getTotal() - row.value1().getBefore(), row.value3()),
                        row.value1().getOccurredAt().toInstant()));
    }

    /** Whose month is asked for, and from which line on. */
    record Asked(
            MemberId promoter,
            YearMonth month,
            Between between,
            @Nullable String cursor) {}

    private static Condition booked(Asked asked) {
        return REBATE.MEMBER_ID
                .eq(asked.promoter.value())
                .and(REBATE.LEVEL.gt((short) 0))
                .and(CREDIT.OCCURRED_AT.ge(PromoterStore.at(asked.between.from())))
                .and(CREDIT.OCCURRED_AT.lt(PromoterStore.at(asked.between.to())));
    }

    private Slice<CommissionStatement.Line> lines(Asked asked) {
        var after = Cursors.decode(asked.cursor, 1);
        var rows = sql.select(CREDIT, REBATE.PURCHASE_NUMBER, REBATE.LEVEL, REBATE.CURRENCY)
                .from(CREDIT)
                .join(REBATE)
                .on(REBATE.REBATE_ID.eq(CREDIT.REBATE_ID))
                .where(booked(asked))
                .and(after.isEmpty() ? noCondition() : CREDIT.NUMBER.gt(Long.valueOf(after.getFirst())))
                .orderBy(CREDIT.NUMBER)
                .limit(LINES + 1)
                .fetch();
        return Slice.cut(rows, LINES, last -> Cursors.encode(last.value1().getNumber()), null)
                .map(row -> new CommissionStatement.Line(
                        row.value1().getRebateId(),
                        row.value2(),
                        row.value3(),
                        Money.of(row.value1().getTotal() - row.value1().getBefore(), row.value4()),
                        row.value1().getOccurredAt().toInstant()));
    }
}
