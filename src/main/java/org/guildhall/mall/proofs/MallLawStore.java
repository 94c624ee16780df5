package org.guildhall.mall.proofs;

import java.util.List;
import java.util.UUID;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Hold;
import org.guildhall.ledger.ModuleLaw.HoldClaim;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the orders say of their holds. */
@Component
class MallLawStore {

    private final DSLContext sql;

    MallLawStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Every order's points are held, redeemed or given back, as the next orders say. */
    List<HoldClaim> claims(UUID after, int limit) {
        return sql.resultQuery("""
                        select order_id, hold_id, member_id, points, state
                        from mall.redemption
                        where order_id > ?
                        order by order_id
                        limit ?
                        """, after, limit)
                .fetch(row -> new HoldClaim(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        Asset.POINTS,
                        row.get(3, Long.class),
                        held(row.get(4, String.class))));
    }

    private static Hold.State held(String order) {
        return switch (order) {
            case "waiting" -> Hold.State.OPEN;
            case "fulfilled", "returned" -> Hold.State.USED;
            default -> Hold.State.RELEASED;
        };
    }
}
