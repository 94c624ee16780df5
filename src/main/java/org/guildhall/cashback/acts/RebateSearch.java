package org.guildhall.cashback.acts;

import static org.guildhall.jooq.cashback.Tables.CREDIT;
import static org.guildhall.jooq.cashback.Tables.REBATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.cashback.RebateKind;
import org.guildhall.cashback.RebateQuery;
import org.guildhall.cashback.RebateState;
import org.guildhall.cashback.RebateView;
import org.guildhall.cashback.SettlementPreview;
import org.guildhall.jooq.cashback.tables.records.RebateRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds rebates, the last recorded first, and adds them up. */
@Component
class RebateSearch {

    private final DSLContext sql;

    RebateSearch(DSLContext sql) {
        this.sql = sql;
    }

    /** One page; a member's own list is not cut by the scope, others show what was bought at the stores in it. */
    Slice<RebateView> page(RebateQuery query, Scope scope) {
        var condition = condition(query);
        if (query.member() == null && query.buyer() == null) {
            condition = condition.and(Scopes.condition(scope, REBATE.STORE_ID, val((UUID) null)));
        }
        var after = Cursors.decode(query.cursor(), 1);
        var rows = sql.selectFrom(REBATE)
                .where(condition)
                .and(after.isEmpty() ? noCondition() : REBATE.NUMBER.lt(after.number(0)))
                .orderBy(REBATE.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch();
        long count =
                sql.fetchCount(sql.selectOne().from(REBATE).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(rows, query.size(), last -> Cursors.encode(last.getNumber()), Slice.Total.counted(count))
                .map(RebateSearch::view);
    }

    private static Condition condition(RebateQuery query) {
        var condition = noCondition();
        if (query.member() != null) {
            condition = condition.and(REBATE.MEMBER_ID.eq(query.member()));
        }
        if (query.buyer() != null) {
            condition = condition.and(REBATE.BUYER_ID.eq(query.buyer()));
        }
        if (query.kind() != null) {
            condition = condition.and(
                    query.kind() == RebateKind.CASHBACK ? REBATE.LEVEL.eq((short) 0) : REBATE.LEVEL.gt((short) 0));
        }
        if (query.state() != null) {
            condition = condition.and(state(query.state()));
        }
        if (query.store() != null) {
            condition = condition.and(REBATE.STORE_ID.eq(query.store()));
        }
        if (query.number() != null && !query.number().isBlank()) {
            condition = condition.and(
                    REBATE.PURCHASE_NUMBER.startsWith(query.number().strip()));
        }
        if (query.from() != null) {
            condition = condition.and(REBATE.OCCURRED_ON.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(REBATE.OCCURRED_ON.le(query.to()));
        }
        if (query.run() != null) {
            condition = condition.and(
                    REBATE.REBATE_ID.in(select(CREDIT.REBATE_ID).from(CREDIT).where(CREDIT.RUN_ID.eq(query.run()))));
        }
        return condition;
    }

    private static Condition state(RebateState state) {
        return switch (state) {
            case PENDING -> REBATE.CREDITS.eq(0).and(REBATE.CURRENT.gt(0L));
            case SETTLED -> REBATE.CREDITS.gt(0).and(REBATE.CURRENT.gt(0L));
            case REVERSED -> REBATE.CURRENT.eq(0L);
        };
    }

    static RebateView view(RebateRecord row) {
        var state = row.getCurrent() == 0
                ? RebateState.REVERSED
                : row.getCredits() == 0 ? RebateState.PENDING : RebateState.SETTLED;
        return new RebateView(
                row.getRebateId(),
                Crediting.kind(row),
                row.getLevel(),
                row.getPurchaseId(),
                row.getPurchaseNumber(),
                new MemberId(row.getBuyerId()),
                new MemberId(row.getMemberId()),
                row.getStoreId() == null ? null : new UnitId(row.getStoreId()),
                row.getVersion(),
                row.getOccurredAt().toInstant(),
                row.getSettlesOn(),
                row.getSettledOn(),
                Money.of(row.getEarned(), row.getCurrency()),
                Money.of(row.getCurrent(), row.getCurrency()),
                Money.of(row.getCredited(), row.getCurrency()),
                state);
    }

    /** What is due through a day. */
    SettlementPreview due(LocalDate through, String currency) {
        var due = REBATE.CURRENT.minus(REBATE.CREDITED);
        var own = sum(due).filterWhere(REBATE.LEVEL.eq((short) 0));
        var others = sum(due).filterWhere(REBATE.LEVEL.gt((short) 0));
        return sql.select(countDistinct(REBATE.MEMBER_ID), count(), own, others)
                .from(REBATE)
                .where(REBATE.SETTLES_ON.le(through))
                .and(REBATE.CURRENT.ne(REBATE.CREDITED))
                .fetchSingle(row -> new SettlementPreview(
                        through,
                        row.value1(),
                        row.value2(),
                        money(row.value3(), currency),
                        money(row.value4(), currency)));
    }

    /** What waits for a member, and the first day on which some of it may be credited. */
    record Waiting(Money amount, @Nullable LocalDate nextDay) {}

    Waiting waiting(MemberId member, RebateKind kind, String currency) {
        return sql.select(sum(REBATE.CURRENT), min(REBATE.SETTLES_ON))
                .from(REBATE)
                .where(REBATE.MEMBER_ID.eq(member.value()))
                .and(kind == RebateKind.CASHBACK ? REBATE.LEVEL.eq((short) 0) : REBATE.LEVEL.gt((short) 0))
                .and(state(RebateState.PENDING))
                .fetchSingle(row -> new Waiting(money(row.value1(), currency), row.value2()));
    }

    /** What a member's purchases of some days bring. */
    long bought(MemberId member, LocalDate from, LocalDate to) {
        return sql.select(coalesce(sum(REBATE.CURRENT), inline(BigDecimal.ZERO)))
                .from(REBATE)
                .where(REBATE.BUYER_ID.eq(member.value()))
                .and(REBATE.LEVEL.eq((short) 0))
                .and(REBATE.OCCURRED_ON.between(from, to))
                .fetchSingle(row -> row.value1().longValueExact());
    }

    private static Money money(@Nullable BigDecimal minor, String currency) {
        return Money.of(minor == null ? 0 : minor.longValueExact(), currency);
    }
}
