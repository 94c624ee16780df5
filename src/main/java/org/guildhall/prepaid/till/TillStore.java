package org.guildhall.prepaid.till;

import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.BalanceRows;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up movements by day, store and method. */
@Component
class TillStore {

    private static final String BY_STORE = """
            select store_id, method, sum(money) filter (where money > 0), -sum(money) filter (where money < 0),
              sum(principal), sum(bonus), count(*)
            from prepaid.movement
            where occurred_on = ?::date
            group by store_id, method
            order by store_id nulls first, method nulls last
            """;

    private static final String BY_MEMBER = """
            select member_id, sum(principal), sum(bonus)
            from prepaid.movement
            where occurred_on = ?::date
            group by member_id
            """;

    private static final String BY_DAY = """
            select occurred_on, principal, bonus
            from (
              select occurred_on, sum(sum(principal)) over w as principal, sum(sum(bonus)) over w as bonus
              from prepaid.movement
              where occurred_on <= ?::date
              group by occurred_on
              window w as (order by occurred_on)
            ) ends
            where occurred_on >= ?::date
            order by occurred_on
            """;

    private final DSLContext sql;

    TillStore(DSLContext sql) {
        this.sql = sql;
    }

    /** One store's movements by one method. */
    record Line(
            @Nullable UUID store, @Nullable String method, long in, long out, long principal, long bonus, long times) {}

    /** Both pots. */
    record Pots(long principal, long bonus) {}

    /** How a day ended. */
    record End(LocalDate day, Pots pots) {}

    List<Line> lines(LocalDate day) {
        return sql.resultQuery(BY_STORE, day.toString())
                .fetch(row -> new Line(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        number(row.get(2, Long.class)),
                        number(row.get(3, Long.class)),
                        row.get(4, Long.class),
                        row.get(5, Long.class),
                        row.get(6, Long.class)));
    }

    Map<MemberId, Pots> members(LocalDate day) {
        var members = new HashMap<MemberId, Pots>();
        sql.resultQuery(BY_MEMBER, day.toString())
                .forEach(row -> members.put(
                        new MemberId(row.get(0, UUID.class)),
                        new Pots(row.get(1, Long.class), row.get(2, Long.class))));
        return members;
    }

    List<End> ends(LocalDate from, LocalDate to) {
        return sql.resultQuery(BY_DAY, to.toString(), from.toString())
                .fetch(row ->
                        new End(row.get(0, LocalDate.class), new Pots(row.get(1, Long.class), row.get(2, Long.class))));
    }

    /** The sum of all balances of an asset. */
    long total(BalanceRows rows) {
        var total = sql.select(sum(rows.balance()))
                .from(rows.table())
                .where(rows.ofAsset())
                .fetchSingle()
                .value1();
        return total == null ? 0 : new BigDecimal(total.toString()).longValueExact();
    }

    /** How many members have some of an asset. */
    long holders(BalanceRows rows) {
        return sql.fetchCount(sql.selectOne()
                .from(rows.table())
                .where(rows.ofAsset())
                .and(rows.balance().gt(0L)));
    }

    /** What is set aside for payments under way. */
    long locked() {
        return number(sql.fetchSingle("select sum(principal + bonus) from prepaid.payment where state = 'locked'")
                .get(0, Long.class));
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
