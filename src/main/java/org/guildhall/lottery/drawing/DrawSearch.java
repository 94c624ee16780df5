package org.guildhall.lottery.drawing;

import static org.guildhall.jooq.lottery.Tables.DRAW;
import static org.guildhall.jooq.lottery.Tables.ENDING;
import static org.guildhall.jooq.lottery.Tables.PRIZE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.Slice;
import org.guildhall.lottery.DrawQuery;
import org.guildhall.lottery.DrawView;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds draws, the latest first. */
@Component
class DrawSearch {

    private final DSLContext sql;
    private final DrawStore store;

    DrawSearch(DSLContext sql, DrawStore store) {
        this.sql = sql;
        this.store = store;
    }

    /** One page; a member's own list is not cut by the scope, others show what was drawn at the stores it includes. */
    Slice<DrawView> page(DrawQuery query, Scope scope) {
        var condition = condition(query);
        if (query.member() == null) {
            condition = condition.and(Scopes.condition(scope, DRAW.STORE_ID, val((UUID) null)));
        }
        var after = Cursors.decode(query.cursor(), 1);
        var rows = store.all()
                .where(condition)
                .and(after.isEmpty() ? noCondition() : DRAW.POSITION.lt(after.number(0)))
                .orderBy(DRAW.POSITION.desc())
                .limit(query.size() + 1)
                .fetch(store::stored);
        long count = sql.fetchCount(sql.selectOne()
                .from(DRAW)
                .leftJoin(ENDING)
                .on(ENDING.DRAW_ID.eq(DRAW.DRAW_ID))
                .where(condition)
                .limit(Slice.COUNT_LIMIT + 1));
        return Slice.cut(
                        rows,
                        query.size(),
                        last -> Cursors.encode(last.row().getPosition()),
                        Slice.Total.counted(count))
                .map(Stored::view);
    }

    private static Condition condition(DrawQuery query) {
        var condition = query.state() == null ? noCondition() : state(query.state());
        if (query.lottery() != null) {
            condition = condition.and(DRAW.LOTTERY_ID.eq(query.lottery()));
        }
        if (query.member() != null) {
            condition = condition.and(DRAW.MEMBER_ID.eq(query.member()));
        }
        if (query.prize() != null && !query.prize().isBlank()) {
            condition = condition.and(exists(selectOne()
                    .from(PRIZE)
                    .where(PRIZE.LOTTERY_ID.eq(DRAW.LOTTERY_ID))
                    .and(PRIZE.PLACE.eq(DRAW.GIVEN))
                    .and(PRIZE.CODE.eq(query.prize().strip()))));
        }
        if (query.announced() != null) {
            condition = condition.and(DRAW.ANNOUNCED.eq(query.announced()));
        }
        if (query.store() != null) {
            condition = condition.and(DRAW.STORE_ID.eq(query.store()));
        }
        if (query.from() != null) {
            condition = condition.and(DRAW.OCCURRED_ON.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(DRAW.OCCURRED_ON.le(query.to()));
        }
        return condition;
    }

    /** As {@link Stored#state} says it of one. */
    private static Condition state(DrawView.State state) {
        return switch (state) {
            case GIVEN -> ENDING.KIND.isNull().and(DRAW.CODE_HASH.isNull());
            case WAITING -> ENDING.KIND.isNull().and(DRAW.CODE_HASH.isNotNull());
            case HANDED_OUT, CANCELLED -> ENDING.KIND.eq(state.code());
        };
    }
}
