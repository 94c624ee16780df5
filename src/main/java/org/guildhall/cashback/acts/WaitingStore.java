package org.guildhall.cashback.acts;

import java.time.LocalDate;
import java.util.Currency;
import org.guildhall.cashback.CashbackPolicy;
import org.guildhall.cashback.CashbackStock;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Money;
import org.guildhall.policies.Policies;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Adds up what waits to be credited. */
@Component
class WaitingStore implements CashbackStock {

    private static final String WAITING = """
            select coalesce(sum(waiting) filter (where level = 0), 0)::bigint,
              coalesce(sum(waiting) filter (where level > 0), 0)::bigint
            from (
              select r.level, r.current - coalesce((
                  select c.total
                  from cashback.credit c
                  where c.rebate_id = r.rebate_id
                    and c.occurred_at < ?::timestamptz
                  order by c.step desc
                  limit 1), 0) as waiting
              from cashback.rebate r
              where r.occurred_at < ?::timestamptz
                and r.currency = ?
                and r.current > 0
            ) of
            where waiting > 0
            """;

    private final DSLContext sql;
    private final Policies policies;
    private final BusinessTime time;

    WaitingStore(DSLContext sql, Policies policies, BusinessTime time) {
        this.sql = sql;
        this.policies = policies;
        this.time = time;
    }

    @Override
    public Waiting waiting(LocalDate asOf) {
        var currency = currency(asOf);
        var end = time.startOf(asOf.plusDays(1)).toString();
        return sql.fetchSingle(WAITING, end, end, currency.getCurrencyCode())
                .map(row -> new Waiting(
                        new Money(row.get(0, Long.class), currency), new Money(row.get(1, Long.class), currency)));
    }

    private Currency currency(LocalDate day) {
        return policies.inForce(CashbackPolicy.KIND, day)
                .policy()
                .mostPerMonth()
                .currency();
    }
}
