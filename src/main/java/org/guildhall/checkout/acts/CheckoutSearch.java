package org.guildhall.checkout.acts;

import static org.guildhall.jooq.checkout.Tables.LINE;
import static org.guildhall.jooq.checkout.Tables.SALE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.Locale;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.checkout.CheckoutQuery;
import org.guildhall.checkout.CheckoutRow;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds checkouts, newest first, as readers see them. */
@Component
class CheckoutSearch {

    private final DSLContext sql;

    CheckoutSearch(DSLContext sql) {
        this.sql = sql;
    }

    /** One page; a member's own list is not cut by the scope of stores. */
    Slice<CheckoutRow> page(CheckoutQuery query, Scope scope) {
        var condition = condition(query);
        if (query.member() == null) {
            condition = condition.and(Scopes.condition(scope, SALE.STORE_ID, val((UUID) null)));
        }
        var after = Cursors.decode(query.cursor(), 2);
        var touched = exists(selectOne()
                .from(LINE)
                .where(LINE.CHECKOUT_ID.eq(SALE.CHECKOUT_ID))
                .and(LINE.QUANTITY_BACK.gt(0L)));
        var kept = exists(selectOne()
                .from(LINE)
                .where(LINE.CHECKOUT_ID.eq(SALE.CHECKOUT_ID))
                .and(LINE.QUANTITY_BACK.lt(LINE.QUANTITY)));
        var rows = sql.select(SALE, field(touched), field(kept))
                .from(SALE)
                .where(condition.and(
                        after.isEmpty()
                                ? noCondition()
                                : row(SALE.OCCURRED_AT, SALE.CHECKOUT_ID).lt(val(after.time(0)), val(after.id(1)))))
                .orderBy(SALE.OCCURRED_AT.desc(), SALE.CHECKOUT_ID.desc())
                .limit(query.size() + 1)
                .fetch(found -> Views.of(found.value1()).row(found.value1(), !found.value2(), !found.value3()));
        long count = sql.fetchCount(sql.selectOne().from(SALE).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                rows, query.size(), last -> Cursors.encode(last.occurredAt(), last.id()), Slice.Total.counted(count));
    }

    private static Condition condition(CheckoutQuery query) {
        var condition = noCondition();
        if (query.number() != null) {
            condition = condition.and(SALE.NUMBER.eq(query.number().strip().toUpperCase(Locale.ROOT)));
        }
        if (query.member() != null) {
            condition = condition.and(SALE.MEMBER_ID.eq(query.member()));
        }
        if (query.store() != null) {
            condition = condition.and(SALE.STORE_ID.eq(query.store()));
        }
        if (query.from() != null) {
            condition = condition.and(SALE.OCCURRED_ON.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(SALE.OCCURRED_ON.le(query.to()));
        }
        return condition;
    }
}
