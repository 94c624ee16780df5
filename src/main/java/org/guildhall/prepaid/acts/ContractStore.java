package org.guildhall.prepaid.acts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.prepaid.rules.Part;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what became of each top-up of an account, for refunds. */
@Component
class ContractStore {

    private static final String MOVED_AWAY = """
            select p.top_up_id, sum(p.principal), sum(p.bonus)
            from prepaid.part p
            join prepaid.movement m using (member_id, movement_id)
            left join prepaid.movement a
              on a.movement_id = m.about_id
            where p.member_id = ?
              and (m.kind = 'transfer-out' or (m.kind = 'undo' and a.kind = 'transfer-out'))
            group by p.top_up_id
            """;

    private static final String USED = """
            select p.top_up_id, -sum(p.principal + p.bonus), y.principal + y.bonus, y.list_amount
            from prepaid.part p
            join prepaid.movement m using (member_id, movement_id)
            join prepaid.payment y
              on y.member_id = m.member_id
              and y.payment_id = case when m.kind in ('payment', 'lock') then m.movement_id else m.about_id end
            where p.member_id = ?
              and m.kind in ('payment', 'lock', 'release', 'return')
            group by p.top_up_id, y.payment_id, y.principal, y.bonus, y.list_amount
            having sum(p.principal + p.bonus) <> 0
            """;

    private final DSLContext sql;

    ContractStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What was bought with a top-up in one payment, less what was returned; the payment's whole and its list price. */
    record Used(UUID topUp, long used, long whole, long listed) {}

    /** What transfers took away of each top-up, below zero. */
    Map<UUID, Part> movedAway(MemberId member) {
        var away = new HashMap<UUID, Part>();
        sql.resultQuery(MOVED_AWAY, member.value())
                .forEach(row -> away.put(
                        row.get(0, UUID.class),
                        new Part(row.get(0, UUID.class), row.get(1, Long.class), row.get(2, Long.class))));
        return away;
    }

    /** What payments used of the top-ups. */
    List<Used> used(MemberId member) {
        return sql.resultQuery(USED, member.value())
                .fetch(row -> new Used(
                        row.get(0, UUID.class),
                        row.get(1, Long.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class)));
    }
}
