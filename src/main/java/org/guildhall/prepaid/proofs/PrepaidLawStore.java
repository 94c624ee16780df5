package org.guildhall.prepaid.proofs;

import static org.guildhall.jooq.prepaid.Tables.MOVEMENT;

import java.util.List;
import java.util.UUID;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Hold;
import org.guildhall.ledger.ModuleLaw.HoldClaim;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What payments say of their holds, and what refunds were calculated from. */
@Component
class PrepaidLawStore {

    private final DSLContext sql;

    PrepaidLawStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What payments set aside is held, used or released, as the next payments say; principal and bonus each have a hold. */
    List<HoldClaim> claims(UUID after, int limit) {
        return sql.resultQuery("""
                        select p.payment_id, part.hold, p.member_id, part.asset, part.amount, p.state
                        from (
                          select *
                          from prepaid.payment
                          where payment_id > ?
                            and coalesce(principal_hold, bonus_hold) is not null
                          order by payment_id
                          limit ?
                        ) p
                        cross join lateral (
                          values ('principal', p.principal_hold, p.principal), ('bonus', p.bonus_hold, p.bonus)
                        ) part (asset, hold, amount)
                        where part.amount > 0
                        order by p.payment_id, part.asset
                        """, after, limit)
                .fetch(row -> new HoldClaim(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        Asset.of(row.get(3, String.class)),
                        row.get(4, Long.class),
                        held(row.get(5, String.class))));
    }

    private static Hold.State held(String payment) {
        return switch (payment) {
            case "locked" -> Hold.State.OPEN;
            case "paid" -> Hold.State.USED;
            default -> Hold.State.RELEASED;
        };
    }

    /** A refund with what it was calculated from. */
    record Refunded(UUID movement, int version, long money, String inputs) {}

    /** The next refunds by movement. */
    List<Refunded> refunds(UUID after, int limit) {
        return sql.select(MOVEMENT.MOVEMENT_ID, MOVEMENT.POLICY_VERSION, MOVEMENT.MONEY, MOVEMENT.INPUTS)
                .from(MOVEMENT)
                .where(MOVEMENT.KIND.eq("refund"))
                .and(MOVEMENT.MOVEMENT_ID.gt(after))
                .orderBy(MOVEMENT.MOVEMENT_ID)
                .limit(limit)
                .fetch(row -> new Refunded(
                        row.value1(), row.value2(), row.value3(), row.value4().data()));
    }
}
