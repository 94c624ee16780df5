package org.guildhall.cashback.payouts;

import static org.guildhall.jooq.cashback.Tables.PAYMENT;
import static org.guildhall.jooq.cashback.Tables.PAYOUT;
import static org.guildhall.jooq.cashback.Tables.PAYOUT_LINE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.year;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.cashback.PayoutHeld;
import org.guildhall.cashback.PayoutLineQuery;
import org.guildhall.cashback.PayoutLineView;
import org.guildhall.cashback.PayoutQuery;
import org.guildhall.cashback.PayoutState;
import org.guildhall.cashback.PayoutTotals;
import org.guildhall.cashback.PayoutView;
import org.guildhall.jooq.cashback.tables.Payment;
import org.guildhall.jooq.cashback.tables.records.PaymentRecord;
import org.guildhall.jooq.cashback.tables.records.PayoutLineRecord;
import org.guildhall.jooq.cashback.tables.records.PayoutRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Record7;
import org.jooq.SelectOnConditionStep;
import org.jooq.SelectSelectStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds payouts and their lines. */
@Component
class PayoutSearch {

    private static final Payment BACK = PAYMENT.as("back");

    private final DSLContext sql;

    PayoutSearch(DSLContext sql) {
        this.sql = sql;
    }

    Slice<PayoutView> payouts(PayoutQuery query) {
        var condition = query.state() == null
                ? noCondition()
                : PAYOUT.STATE.eq(query.state().code());
        var after = Cursors.decode(query.cursor(), 1);
        var rows = views().from(PAYOUT)
                .where(condition)
                .and(after.isEmpty() ? noCondition() : PAYOUT.NUMBER.lt(after.number(0)))
                .orderBy(PAYOUT.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch();
        long total =
                sql.fetchCount(sql.selectOne().from(PAYOUT).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                        rows,
                        query.size(),
                        last -> Cursors.encode(last.value1().getNumber()),
                        Slice.Total.counted(total))
                .map(PayoutSearch::view);
    }

    Optional<PayoutView> payout(UUID id) {
        return views().from(PAYOUT).where(PAYOUT.PAYOUT_ID.eq(id)).fetchOptional(PayoutSearch::view);
    }

    private SelectSelectStep<Record7<PayoutRecord, Integer, BigDecimal, Integer, BigDecimal, BigDecimal, BigDecimal>>
            views() {
        var carried = PAYOUT_LINE.HELD.in(PayoutHeld.BELOW_LEAST.code(), PayoutHeld.NO_MEMBER.code());
        var owed = PAYOUT_LINE.HELD.eq(PayoutHeld.OWED.code());
        return sql.select(
                PAYOUT,
                field(select(count()).from(PAYOUT_LINE).where(ofPayout(carried))),
                due(carried),
                field(select(count()).from(PAYOUT_LINE).where(ofPayout(owed))),
                due(owed),
                booked("paid"),
                booked("reversed"));
    }

    private static Condition ofPayout(Condition held) {
        return PAYOUT_LINE.PAYOUT_ID.eq(PAYOUT.PAYOUT_ID).and(held);
    }

    private static Field<BigDecimal> due(Condition held) {
        return field(select(coalesce(sum(PAYOUT_LINE.RIPE.minus(PAYOUT_LINE.PAID_BEFORE)), inline(BigDecimal.ZERO)))
                .from(PAYOUT_LINE)
                .where(ofPayout(held)));
    }

    private static Field<BigDecimal> booked(String kind) {
        return field(select(coalesce(sum(PAYMENT.TOTAL.minus(PAYMENT.BEFORE)), inline(BigDecimal.ZERO)))
                .from(PAYMENT)
                .where(PAYMENT.PAYOUT_ID.eq(PAYOUT.PAYOUT_ID))
                .and(PAYMENT.KIND.eq(kind)));
    }

    private static PayoutView view(
            Record7<PayoutRecord, Integer, BigDecimal, Integer, BigDecimal, BigDecimal, BigDecimal> row) {
        var one = row.value1();
        var currency = one.getCurrency();
        var totals = new PayoutTotals(
                one.getPromoters(),
                Money.of(one.getProposed(), currency),
                row.value2(),
                Money.of(row.value3().longValueExact(), currency),
                row.value4(),
                Money.of(row.value5().negate().longValueExact(), currency));
        return new PayoutView(
                one.getPayoutId(),
                YearMonth.from(one.getMonth()),
                one.getRipeThrough(),
                one.getCoolingDays(),
                Money.of(one.getLeast(), currency),
                one.getVersion(),
                PayoutState.of(one.getState()),
                totals,
                Money.of(row.value6().longValueExact(), currency),
                Money.of(row.value7().negate().longValueExact(), currency),
                one.getReason(),
                one.getOccurredAt().toInstant(),
                one.getActor(),
                one.getEndedAt() == null ? null : one.getEndedAt().toInstant(),
                null,
                List.of());
    }

    /** The same with what waits for a decision. */
    static PayoutView waiting(PayoutView view, @Nullable UUID request, List<PayoutView.Reversing> reversing) {
        return new PayoutView(
                view.id(),
                view.month(),
                view.ripeThrough(),
                view.coolingDays(),
                view.least(),
                view.version(),
                view.state(),
                view.totals(),
                view.paid(),
                view.reversed(),
                view.reason(),
                view.occurredAt(),
                view.actor(),
                view.endedAt(),
                request,
                reversing);
    }

    Slice<PayoutLineView> lines(PayoutLineQuery query) {
        var condition = condition(query);
        var after = Cursors.decode(query.cursor(), 1);
        var rows = found().where(condition)
                .and(after.isEmpty() ? noCondition() : PAYOUT_LINE.NUMBER.lt(after.number(0)))
                .orderBy(PAYOUT_LINE.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch();
        long total = sql.fetchCount(
                sql.selectOne().from(PAYOUT_LINE).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                        rows,
                        query.size(),
                        last -> Cursors.encode(last.value2().getNumber()),
                        Slice.Total.counted(total))
                .map(PayoutSearch::line);
    }

    private static Condition condition(PayoutLineQuery query) {
        var condition = query.payout() == null ? noCondition() : PAYOUT_LINE.PAYOUT_ID.eq(query.payout());
        if (query.member() != null) {
            condition = condition.and(PAYOUT_LINE.MEMBER_ID.eq(query.member()));
        }
        return query.held() == null
                ? condition
                : condition.and(PAYOUT_LINE.HELD.eq(query.held().code()));
    }

    private SelectOnConditionStep<Record5<PayoutRecord, PayoutLineRecord, PaymentRecord, PaymentRecord, BigDecimal>>
            found() {
        var other = PAYMENT.as("other");
        var back = PAYMENT.as("taken_back");
        // Until this step of the chain; what was taken back later leaves what it was part of.
        var inYear = field(select(sum(other.TOTAL.minus(other.BEFORE)))
                .from(other)
                .where(other.MEMBER_ID.eq(PAYMENT.MEMBER_ID))
                .and(year(other.PAID_ON).eq(year(PAYMENT.PAID_ON)))
                .and(other.KIND.eq("paid"))
                .and(other.STEP.le(PAYMENT.STEP))
                .and(notExists(selectOne()
                        .from(back)
                        .where(back.PAYOUT_ID.eq(other.PAYOUT_ID))
                        .and(back.MEMBER_ID.eq(other.MEMBER_ID))
                        .and(back.KIND.eq("reversed")))));
        return sql.select(PAYOUT, PAYOUT_LINE, PAYMENT, BACK, inYear)
                .from(PAYOUT_LINE)
                .join(PAYOUT)
                .on(PAYOUT.PAYOUT_ID.eq(PAYOUT_LINE.PAYOUT_ID))
                .leftJoin(PAYMENT)
                .on(ofLine(PAYMENT, "paid"))
                .leftJoin(BACK)
                .on(ofLine(BACK, "reversed"));
    }

    private static Condition ofLine(Payment payment, String kind) {
        return payment.PAYOUT_ID
                .eq(PAYOUT_LINE.PAYOUT_ID)
                .and(payment.MEMBER_ID.eq(PAYOUT_LINE.MEMBER_ID))
                .and(payment.KIND.eq(kind));
    }

    private static PayoutLineView line(
            Record5<PayoutRecord, PayoutLineRecord, PaymentRecord, PaymentRecord, BigDecimal> row) {
        var payout = row.value1();
        var line = row.value2();
        var paid = row.value3();
        var back = row.value4();
        var currency = payout.getCurrency();
        boolean none = paid.getMemberId() == null;
        return new PayoutLineView(
                payout.getPayoutId(),
                YearMonth.from(payout.getMonth()),
                PayoutState.of(payout.getState()),
                new MemberId(line.getMemberId()),
                Money.of(line.getRipe(), currency),
                Money.of(line.getPaidBefore(), currency),
                Money.of(line.getRipe() - line.getPaidBefore(), currency),
                Money.of(line.getProposed(), currency),
                line.getHeld() == null ? null : PayoutHeld.of(line.getHeld()),
                none ? null : Money.of(paid.getTotal() - paid.getBefore(), currency),
                none ? null : paid.getPaidOn(),
                none ? null : Money.of(row.value5() == null ? 0 : row.value5().longValueExact(), currency),
                back.getMemberId() == null
                        ? null
                        : new PayoutLineView.Reversed(
                                back.getReason(), back.getOccurredAt().toInstant(), back.getActor()));
    }
}
