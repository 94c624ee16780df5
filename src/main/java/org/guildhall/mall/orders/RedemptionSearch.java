package org.guildhall.mall.orders;

import static org.guildhall.jooq.mall.Tables.REDEMPTION;
import static org.guildhall.jooq.mall.Tables.REWARD;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Slice;
import org.guildhall.mall.RedemptionQuery;
import org.guildhall.mall.RedemptionView;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Finds redemptions, newest first. */
@Component
class RedemptionSearch {

    private final DSLContext sql;
    private final BusinessTime time;
    private final RedemptionStore store;

    RedemptionSearch(DSLContext sql, BusinessTime time, RedemptionStore store) {
        this.sql = sql;
        this.time = time;
        this.store = store;
    }

    /** One page; a member's own list is not cut by the scope of stores. */
    Slice<RedemptionView> page(RedemptionQuery query, Scope scope) {
        var condition = condition(query);
        if (query.member() == null) {
            condition = condition.and(Scopes.condition(scope, REDEMPTION.STORE_ID, DSL.val((UUID) null)));
        }
        var after = Cursors.decode(query.cursor(), 2);
        var rows = sql.select(REDEMPTION, REWARD)
                .from(REDEMPTION)
                .join(REWARD)
                .using(REWARD.REWARD_ID)
                .where(condition)
                .and(
                        after.isEmpty()
                                ? noCondition()
                                : row(REDEMPTION.PLACED_AT, REDEMPTION.ORDER_ID)
                                        .lt(val(after.time(0)), val(after.id(1))))
                .orderBy(REDEMPTION.PLACED_AT.desc(), REDEMPTION.ORDER_ID.desc())
                .limit(query.size() + 1)
                .fetch(found -> RedemptionStore.view(found.value1(), found.value2()));
        long count =
                sql.fetchCount(sql.selectOne().from(REDEMPTION).where(condition).limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                store.paid(rows),
                query.size(),
                last -> Cursors.encode(last.placedAt(), last.id()),
                Slice.Total.counted(count));
    }

    private Condition condition(RedemptionQuery query) {
        var condition = noCondition();
        if (query.state() != null) {
            condition = condition.and(REDEMPTION.STATE.eq(query.state().code()));
        }
        if (query.member() != null) {
            condition = condition.and(REDEMPTION.MEMBER_ID.eq(query.member()));
        }
        if (query.reward() != null) {
            condition = condition.and(REDEMPTION.REWARD_ID.eq(query.reward()));
        }
        if (query.store() != null) {
            condition = condition.and(REDEMPTION.STORE_ID.eq(query.store()));
        }
        if (query.from() != null) {
            condition = condition.and(REDEMPTION.PLACED_AT.ge(at(time.startOf(query.from()))));
        }
        if (query.to() != null) {
            condition = condition.and(
                    REDEMPTION.PLACED_AT.lt(at(time.startOf(query.to().plusDays(1)))));
        }
        return condition;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
