package org.guildhall.cashback.promoters;

import static org.guildhall.jooq.cashback.Tables.BOND;
import static org.guildhall.jooq.cashback.Tables.PAYMENT;
import static org.guildhall.jooq.cashback.Tables.PROMOTER;
import static org.guildhall.jooq.cashback.Tables.PROMOTER_END;
import static org.guildhall.jooq.cashback.Tables.REBATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.cashback.BondQuery;
import org.guildhall.cashback.BondView;
import org.guildhall.cashback.PromoterQuery;
import org.guildhall.cashback.PromoterView;
import org.guildhall.jooq.cashback.tables.records.BondRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Finds promoters and whom they brought. */
@Component
class PromoterSearch {

    private final DSLContext sql;

    PromoterSearch(DSLContext sql) {
        this.sql = sql;
    }

    Slice<PromoterView> promoters(PromoterQuery query, Scope scope, String currency) {
        var condition = condition(query);
        if (query.member() == null) {
            condition = condition.and(Scopes.condition(scope, PROMOTER.UNIT_ID, val((UUID) null)));
        }
        var after = Cursors.decode(query.cursor(), 1);
        var rows = sql.select(PROMOTER, PROMOTER_END, customers(), pending(), credited(), paidOut())
                .from(PROMOTER)
                .leftJoin(PROMOTER_END)
                .on(PROMOTER_END.MEMBER_ID.eq(PROMOTER.MEMBER_ID))
                .where(condition)
                .and(after.isEmpty() ? noCondition() : PROMOTER.NUMBER.lt(after.number(0)))
                .orderBy(PROMOTER.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch();
        long total = sql.fetchCount(sql.selectOne()
                .from(PROMOTER)
                .leftJoin(PROMOTER_END)
                .on(PROMOTER_END.MEMBER_ID.eq(PROMOTER.MEMBER_ID))
                .where(condition)
                .limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                        rows,
                        query.size(),
                        last -> Cursors.encode(last.value1().getNumber()),
                        Slice.Total.counted(total))
                .map(row -> {
                    var one = row.value1();
                    var end = row.value2();
                    return new PromoterView(
                            new MemberId(one.getMemberId()),
                            one.getVersion(),
                            one.getOccurredAt().toInstant(),
                            one.getActor(),
                            row.value3(),
                            Money.of(row.value4().longValueExact(), currency),
                            Money.of(row.value5().longValueExact(), currency),
                            Money.of(row.value6(), currency),
                            Money.of(row.value5().longValueExact() - row.value6(), currency),
                            end.getMemberId() == null
                                    ? null
                                    : new PromoterView.Ended(
                                            end.getReason(), end.getOccurredAt().toInstant(), end.getActor()));
                });
    }

    private static Condition condition(PromoterQuery query) {
        var condition = query.member() == null ? noCondition() : PROMOTER.MEMBER_ID.eq(query.member());
        if (query.state() != null) {
            condition = condition.and(
                    query.state() == PromoterQuery.State.ACTIVE
                            ? PROMOTER_END.MEMBER_ID.isNull()
                            : PROMOTER_END.MEMBER_ID.isNotNull());
        }
        return condition;
    }

    private static Field<Integer> customers() {
        var later = BOND.as("later");
        return field(select(count())
                .from(BOND)
                .where(BOND.PROMOTER_ID.eq(PROMOTER.MEMBER_ID))
                .and(notExists(selectOne()
                        .from(later)
                        .where(later.CUSTOMER_ID.eq(BOND.CUSTOMER_ID))
                        .and(later.STEP.gt(BOND.STEP)))));
    }

    private static Field<BigDecimal> pending() {
        return field(select(coalesce(sum(REBATE.CURRENT), inline(BigDecimal.ZERO)))
                .from(REBATE)
                .where(REBATE.MEMBER_ID.eq(PROMOTER.MEMBER_ID))
                .and(REBATE.LEVEL.gt((short) 0))
                .and(REBATE.CREDITS.eq(0)));
    }

    private static Field<BigDecimal> credited() {
        return field(select(coalesce(sum(REBATE.CREDITED), inline(BigDecimal.ZERO)))
                .from(REBATE)
                .where(REBATE.MEMBER_ID.eq(PROMOTER.MEMBER_ID))
                .and(REBATE.LEVEL.gt((short) 0)));
    }

    private static Field<Long> paidOut() {
        return coalesce(
                field(select(PAYMENT.TOTAL)
                        .from(PAYMENT)
                        .where(PAYMENT.MEMBER_ID.eq(PROMOTER.MEMBER_ID))
                        .orderBy(PAYMENT.STEP.desc())
                        .limit(1)),
                inline(0L));
    }

    Slice<BondView> bonds(BondQuery query) {
        var condition = query.customer() == null ? noCondition() : BOND.CUSTOMER_ID.eq(query.customer());
        if (query.promoter() != null) {
            condition = condition.and(BOND.PROMOTER_ID.eq(query.promoter()));
        }
        var after = Cursors.decode(query.cursor(), 1);
        var rows = sql.select(BOND, current())
                .from(BOND)
                .where(condition)
                .and(after.isEmpty() ? noCondition() : BOND.NUMBER.lt(after.number(0)))
                .orderBy(BOND.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch();
        long total = sql.fetchCount(selectOne().from(BOND).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                        rows,
                        query.size(),
                        last -> Cursors.encode(last.value1().getNumber()),
                        Slice.Total.counted(total))
                .map(row -> view(row.value1(), row.value2()));
    }

    BondView bond(UUID id) {
        return sql.select(BOND, current())
                .from(BOND)
                .where(BOND.BOND_ID.eq(id))
                .fetchSingle(row -> view(row.value1(), row.value2()));
    }

    private static Field<Boolean> current() {
        var later = BOND.as("later");
        return field(notExists(selectOne()
                .from(later)
                .where(later.CUSTOMER_ID.eq(BOND.CUSTOMER_ID))
                .and(later.STEP.gt(BOND.STEP))));
    }

    private static BondView view(BondRecord row, boolean current) {
        return new BondView(
                row.getBondId(),
                new MemberId(row.getCustomerId()),
                row.getStep(),
                row.getPromoterId() == null ? null : new MemberId(row.getPromoterId()),
                row.getReason(),
                current,
                row.getOccurredAt().toInstant(),
                row.getActor());
    }
}
