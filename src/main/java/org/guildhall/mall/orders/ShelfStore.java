package org.guildhall.mall.orders;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.mall.RedemptionView;
import org.guildhall.mall.StockMovement;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Moves the pieces of an order; the movement's unique key lets each step happen once. */
@Component
class ShelfStore {

    private static final String MOVE = """
            with moved as (
              update mall.stock
              set available = available + ?,
                  held = held + ?,
                  gone = gone + ?
              where reward_id = ?
              returning reward_id
            )
            insert into mall.stock_movement
              (reward_id, movement_id, kind, quantity, order_id, actor, recorded_at)
            select reward_id, ?, ?, ?, ?, ?, ?::timestamptz
            from moved
            """;

    private final DSLContext sql;

    ShelfStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Who moves when. */
    record Mover(UUID movement, String actor, Instant at) {}

    /** Moves all pieces of the order as the kind says. */
    void move(RedemptionView order, StockMovement.Kind kind, Mover mover) {
        long pieces = order.quantity();
        long available = kind == StockMovement.Kind.FULFILLED ? 0 : pieces;
        long held = kind == StockMovement.Kind.RETURNED ? 0 : -pieces;
        int written = sql.execute(
                MOVE,
                available,
                held,
                -available - held,
                order.reward().id(),
                mover.movement,
                kind.code(),
                pieces,
                order.id(),
                mover.actor,
                mover.at.toString());
        if (written != 1) {
            throw new IllegalStateException("no stock of " + order.reward().code());
        }
    }
}
