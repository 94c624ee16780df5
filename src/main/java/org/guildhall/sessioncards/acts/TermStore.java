package org.guildhall.sessioncards.acts;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Money;
import org.guildhall.sessioncards.CardsOwed;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What is owed on cards of unlimited use at the end of a day: the part of their price that stands for the days left then. */
@Component
class TermStore {

    /**
     * The last day is what the facts until then made it. A card whose last day is over by now had none left then either, unless
     * it had not begun: its days only ever end later.
     */
    private static final String OWED = """
            with term as (
              select c.product_id, c.name, c.price, c.days,
                case when l.last_day is null then c.days else greatest(0, least(c.days, l.last_day - d.day)) end as days_left
              from (select ?::date as day, ?::timestamptz as day_end) d
              cross join sessioncards.card c
              left join lateral (
                select case when f.unbegun then null else f.last_day end as last_day
                from sessioncards.fact f
                where f.card_id = c.card_id
                  and (f.last_day is not null or f.unbegun)
                  and f.occurred_at < d.day_end
                order by f.number desc
                limit 1
              ) l on true
              where c.unlimited
                and (c.last_day is null or c.last_day > d.day)
                and c.occurred_at < d.day_end
                and c.currency = ?
                and not exists (
                  select from sessioncards.fact r
                  where r.card_id = c.card_id and r.kind = 'refunded' and r.occurred_at < d.day_end)
            )
            select product_id, max(name), count(*), sum(days_left)::bigint, sum(price)::bigint,
              sum(price * (days - days_left) / days)::bigint
            from term
            where days_left > 0
            group by product_id
            order by max(name), product_id
            """;

    private final DSLContext sql;
    private final BusinessTime time;

    TermStore(DSLContext sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** By product. */
    List<CardsOwed.Line> lines(LocalDate day, Currency currency) {
        var end = time.startOf(day.plusDays(1)).toString();
        return sql.resultQuery(OWED, day.toString(), end, currency.getCurrencyCode())
                .fetch(row -> {
                    var paid = new Money(row.get(4, Long.class), currency);
                    var used = new Money(row.get(5, Long.class), currency);
                    return new CardsOwed.Line(
                            row.get(0, UUID.class),
                            row.get(1, String.class),
                            row.get(2, Long.class),
                            0,
                            row.get(3, Long.class),
                            paid,
                            used,
                            paid.minus(used));
                });
    }

    /** By how much the day changed it: by the day itself, and by what was sold, extended, begun again or refunded. */
    Money movedOn(LocalDate day, Currency currency) {
        return owed(day, currency).minus(owed(day.minusDays(1), currency));
    }

    private Money owed(LocalDate day, Currency currency) {
        return lines(day, currency).stream().map(CardsOwed.Line::owed).reduce(new Money(0, currency), Money::plus);
    }
}
