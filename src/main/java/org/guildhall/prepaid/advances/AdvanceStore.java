package org.guildhall.prepaid.advances;

import java.time.LocalDate;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Adds up the principal that all members hold, with what is locked: set aside is not used yet. */
@Component
class AdvanceStore {

    private static final String AT = """
            select coalesce((
                select sum(principal)
                from prepaid.movement
                where occurred_on <= ?::date), 0)
              + coalesce((
                select -sum(l.principal)
                from prepaid.movement l
                where l.kind = 'lock'
                  and l.occurred_on <= ?::date
                  and not exists (
                    select from prepaid.movement e
                    where e.about_id = l.movement_id
                      and e.kind in ('use', 'release')
                      and e.occurred_on <= ?::date)), 0)
            """;

    private static final String ON = """
            select coalesce((
                select sum(principal)
                from prepaid.movement
                where occurred_on = ?::date), 0)
              + coalesce((
                select sum(p.principal)
                from prepaid.payment p
                join prepaid.movement m
                  on m.member_id = p.member_id
                  and m.movement_id = p.payment_id
                where p.state = 'locked'
                  and m.occurred_on <= ?::date), 0)
            """;

    private static final String BEFORE = """
            select coalesce(sum(principal), 0)
            from prepaid.movement
            where occurred_on < ?::date
            """;

    /** Only for those who come near the cap, one after another until they commit. */
    private static final String TURN = "select pg_advisory_xact_lock(7305214860291)";

    private final DSLContext sql;

    AdvanceStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What was held at the end of a day that is over. */
    long at(LocalDate day) {
        var through = day.toString();
        return number(AT, through, through, through);
    }

    /** What the movements before a day came to. */
    long before(LocalDate day) {
        return number(BEFORE, day.toString());
    }

    /** What the movements of a day come to, with all that is locked now. */
    long on(LocalDate day) {
        return number(ON, day.toString(), day.toString());
    }

    /** Waits until nobody else takes money in near the cap; until the transaction ends nobody else does. */
    void takeTurn() {
        sql.execute(TURN);
    }

    private long number(String query, Object... values) {
        return Objects.requireNonNull(sql.fetchSingle(query, values).get(0, Long.class));
    }
}
