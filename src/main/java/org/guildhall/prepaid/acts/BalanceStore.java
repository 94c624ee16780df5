package org.guildhall.prepaid.acts;

import java.util.Objects;
import org.guildhall.jooq.prepaid.tables.records.MovementRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Adds up what an account held before a movement; money set aside counts as held. */
@Component
class BalanceStore {

    private static final String BEFORE = """
            select coalesce(sum(m.principal + case when ? then m.bonus else 0 end), 0)
              + coalesce((
                  select sum(-(l.principal + l.bonus))
                  from prepaid.movement l
                  where l.member_id = ?
                    and l.number < ?
                    and l.kind = 'lock'
                    and not exists (
                      select from prepaid.movement e
                      where e.about_id = l.movement_id
                        and e.kind in ('use', 'release')
                        and e.number < ?)), 0)
            from prepaid.movement m
            where m.member_id = ?
              and m.number < ?
            """;

    private final DSLContext sql;

    BalanceStore(DSLContext sql) {
        this.sql = sql;
    }

    long countedBefore(MovementRecord row, boolean countsBonus) {
        return Objects.requireNonNull(sql.fetchSingle(
                        BEFORE,
                        countsBonus,
                        row.getMemberId(),
                        row.getNumber(),
                        row.getNumber(),
                        row.getMemberId(),
                        row.getNumber())
                .get(0, Long.class));
    }
}
