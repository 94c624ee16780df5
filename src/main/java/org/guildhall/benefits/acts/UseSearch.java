package org.guildhall.benefits.acts;

import static org.guildhall.jooq.benefits.Tables.TAKING_BACK;
import static org.guildhall.jooq.benefits.Tables.USE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.toChar;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.benefits.CostQuery;
import org.guildhall.benefits.CostRow;
import org.guildhall.benefits.UseQuery;
import org.guildhall.benefits.UseView;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Finds uses, the last recorded first, and adds up what they cost. */
@Component
class UseSearch {

    private static final int MOST_ROWS = 5_000;

    private final DSLContext sql;
    private final UseStore store;

    UseSearch(DSLContext sql, UseStore store) {
        this.sql = sql;
        this.store = store;
    }

    /** One page; a member's own list is not cut by the scope, others show what the stores in it recorded. */
    Slice<UseView> page(UseQuery query, Scope scope) {
        var condition = condition(query);
        if (query.member() == null) {
            condition = condition.and(within(scope));
        }
        var after = Cursors.decode(query.cursor(), 1);
        var rows = store.all()
                .where(condition)
                .and(after.isEmpty() ? noCondition() : USE.NUMBER.lt(after.number(0)))
                .orderBy(USE.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch();
        long count = sql.fetchCount(sql.selectOne()
                .from(USE)
                .leftJoin(TAKING_BACK)
                .on(TAKING_BACK.USE_ID.eq(USE.USE_ID))
                .where(condition)
                .limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                        rows,
                        query.size(),
                        last -> Cursors.encode(last.value1().getNumber()),
                        Slice.Total.counted(count))
                .map(row -> UseStore.view(row.value1(), row.value2()));
    }

    private static Condition within(Scope scope) {
        return Scopes.condition(scope, USE.STORE_ID, val((UUID) null));
    }

    private static Condition condition(UseQuery query) {
        var condition = noCondition();
        if (query.state() != null) {
            condition = query.state() == UseQuery.State.STANDING
                    ? TAKING_BACK.USE_ID.isNull()
                    : TAKING_BACK.USE_ID.isNotNull();
        }
        if (query.member() != null) {
            condition = condition.and(USE.MEMBER_ID.eq(query.member()));
        }
        if (query.benefit() != null && !query.benefit().isBlank()) {
            condition = condition.and(USE.BENEFIT.eq(query.benefit().strip()));
        }
        if (query.tier() != null && !query.tier().isBlank()) {
            condition = condition.and(USE.TIER.eq(query.tier().strip()));
        }
        if (query.store() != null) {
            condition = condition.and(USE.STORE_ID.eq(query.store()));
        }
        if (query.from() != null) {
            condition = condition.and(USE.OCCURRED_ON.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(USE.OCCURRED_ON.le(query.to()));
        }
        return condition;
    }

    /** What the standing uses within the scope cost, the most expensive first; months in their order. */
    List<CostRow> costs(CostQuery query, Scope scope) {
        var asked = new UseQuery(
                null,
                query.benefit(),
                query.tier(),
                query.store(),
                UseQuery.State.STANDING,
                query.from(),
                query.to(),
                null,
                null);
        var key = key(query.by());
        var store = query.split() ? USE.STORE_ID : inline((UUID) null, USE.STORE_ID);
        var groups = new ArrayList<Field<?>>(List.of(key, USE.CURRENCY));
        if (query.split()) {
            groups.add(USE.STORE_ID);
        }
        var cost = sum(USE.COST);
        var order = query.by() == CostQuery.By.MONTH ? key.asc() : cost.desc();
        return sql.select(key, max(USE.NAME), count(), countDistinct(USE.MEMBER_ID), cost, USE.CURRENCY, store)
                .from(USE)
                .leftJoin(TAKING_BACK)
                .on(TAKING_BACK.USE_ID.eq(USE.USE_ID))
                .where(condition(asked))
                .and(within(scope))
                .groupBy(groups)
                .orderBy(order, key.asc(), USE.CURRENCY.asc(), store.asc())
                .limit(MOST_ROWS)
                .fetch(row -> new CostRow(
                        row.value1(),
                        query.by() == CostQuery.By.BENEFIT ? row.value2() : row.value1(),
                        row.value7() == null ? null : new UnitId(row.value7()),
                        row.value3(),
                        row.value4(),
                        Money.of(row.value5().longValueExact(), row.value6())));
    }

    private static Field<String> key(CostQuery.By by) {
        return switch (by) {
            case BENEFIT -> USE.BENEFIT;
            case TIER -> coalesce(USE.TIER, inline(""));
            case STORE -> USE.STORE_ID.cast(SQLDataType.VARCHAR);
            case MONTH -> toChar(USE.OCCURRED_ON, inline("YYYY-MM"));
        };
    }
}
