package org.guildhall.mall.rewards;

import static org.guildhall.jooq.mall.Tables.STOCK;
import static org.guildhall.jooq.mall.Tables.STOCK_MOVEMENT;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Slice;
import org.guildhall.mall.MoveStock;
import org.guildhall.mall.StockMovement;
import org.guildhall.platform.Cursors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the stock: a row of sums for each reward, guarded by its checks, and the movements that made it. */
@Component
class StockStore {

    private final DSLContext sql;

    StockStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Pieces at hand and pieces that ever came in, held until the transaction ends. */
    record Count(long available, long received) {}

    Optional<Count> lock(UUID reward) {
        return sql.selectFrom(STOCK)
                .where(STOCK.REWARD_ID.eq(reward))
                .forUpdate()
                .fetchOptional(row -> new Count(row.getAvailable(), row.getReceived()));
    }

    /** What a key moved by hand, and of which reward. */
    record Moved(UUID reward, StockMovement movement) {}

    Optional<Moved> moved(UUID movement) {
        return sql.selectFrom(STOCK_MOVEMENT)
                .where(STOCK_MOVEMENT.MOVEMENT_ID.eq(movement))
                .and(STOCK_MOVEMENT.ORDER_ID.isNull())
                .fetchOptional(row -> new Moved(row.getRewardId(), movement(row)));
    }

    /** Books pieces that came in or a count put right. */
    void enter(UUID reward, UUID movement, MoveStock command, Actor by, Instant now) {
        sql.update(STOCK)
                .set(STOCK.RECEIVED, STOCK.RECEIVED.plus(command.quantity()))
                .set(STOCK.AVAILABLE, STOCK.AVAILABLE.plus(command.quantity()))
                .where(STOCK.REWARD_ID.eq(reward))
                .execute();
        sql.insertInto(STOCK_MOVEMENT)
                .set(STOCK_MOVEMENT.REWARD_ID, reward)
                .set(STOCK_MOVEMENT.MOVEMENT_ID, movement)
                .set(
                        STOCK_MOVEMENT.KIND,
                        StockMovement.Kind.of(command.kind().name()).code())
                .set(STOCK_MOVEMENT.QUANTITY, command.quantity())
                .set(STOCK_MOVEMENT.REASON, command.reason())
                .set(STOCK_MOVEMENT.ACTOR, by.reference())
                .set(STOCK_MOVEMENT.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** One page of a reward's movements, newest first. */
    Slice<StockMovement> page(UUID reward, @Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 2);
        var rows = sql.selectFrom(STOCK_MOVEMENT)
                .where(STOCK_MOVEMENT.REWARD_ID.eq(reward))
                .and(
                        after.isEmpty()
                                ? noCondition()
                                : org.jooq
                                        .impl
                                        .DSL
                                        .row(STOCK_MOVEMENT.RECORDED_AT, STOCK_MOVEMENT.MOVEMENT_ID)
                                        .lt(after.time(0), after.id(1)))
                .orderBy(STOCK_MOVEMENT.RECORDED_AT.desc(), STOCK_MOVEMENT.MOVEMENT_ID.desc())
                .limit(limit + 1)
                .fetch(StockStore::movement);
        return Slice.cut(rows, limit, last -> Cursors.encode(last.recordedAt(), last.id()), null);
    }

    private static StockMovement movement(Record row) {
        return new StockMovement(
                row.get(STOCK_MOVEMENT.MOVEMENT_ID),
                StockMovement.Kind.of(row.get(STOCK_MOVEMENT.KIND)),
                row.get(STOCK_MOVEMENT.QUANTITY),
                row.get(STOCK_MOVEMENT.ORDER_ID),
                row.get(STOCK_MOVEMENT.REASON),
                row.get(STOCK_MOVEMENT.ACTOR),
                row.get(STOCK_MOVEMENT.RECORDED_AT).toInstant());
    }
}
