package org.guildhall.sessioncards.acts;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.kernel.Money;
import org.guildhall.sessioncards.CardsOwed;
import org.guildhall.sessioncards.CardsSold;
import org.guildhall.sessioncards.SessionCardStock;
import org.guildhall.sessioncards.rules.OwedExplanation;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** {@link SessionCardStock} from the facts: what they leave of each card at the end of the day. */
@Component
class CardStockSearch implements SessionCardStock {

    /** What a refund gave back is not left, so a refunded card is not among them; nor are cards without a number of sessions. */
    private static final String OWED = """
            with used as (
              select card_id, sum(used + given_back) as gone, sum(worth) as worth
              from sessioncards.fact
              where occurred_at < ?::timestamptz
              group by card_id
            ), sold as (
              select card_id, sum(sessions) as sessions
              from sessioncards.share
              group by card_id
            )
            select c.product_id, max(c.name), count(*), sum(s.sessions - coalesce(u.gone, 0))::bigint,
              sum(c.price)::bigint, sum(coalesce(u.worth, 0))::bigint
            from sessioncards.card c
            join sold s on s.card_id = c.card_id
            left join used u on u.card_id = c.card_id
            where c.occurred_at < ?::timestamptz
              and c.currency = ?
              and s.sessions > coalesce(u.gone, 0)
            group by c.product_id
            order by max(c.name), c.product_id
            """;

    private static final String SOLD = """
            select coalesce(sum(s.sessions), 0)::bigint, coalesce(sum(c.price), 0)::bigint
            from sessioncards.card c
            join (
              select card_id, sum(sessions) as sessions
              from sessioncards.share
              group by card_id
            ) s on s.card_id = c.card_id
            where c.occurred_on between ?::date and ?::date
              and c.currency = ?
            """;

    private final DSLContext sql;
    private final TermStore terms;
    private final Surroundings surroundings;

    CardStockSearch(DSLContext sql, TermStore terms, Surroundings surroundings) {
        this.sql = sql;
        this.terms = terms;
        this.surroundings = surroundings;
    }

    @Override
    public CardsOwed owed(LocalDate asOf) {
        var rules = surroundings.rules(asOf);
        var currency = rules.policy().sales().named().currency();
        var lines = Stream.concat(lines(asOf, currency).stream(), terms.lines(asOf, currency).stream());
        return OwedExplanation.of(lines.toList(), currency, rules);
    }

    @Override
    public CardsSold sold(LocalDate from, LocalDate through) {
        var currency = surroundings.rules(through).policy().sales().named().currency();
        return sql.fetchSingle(SOLD, from.toString(), through.toString(), currency.getCurrencyCode())
                .map(row -> new CardsSold(row.get(0, Long.class), new Money(row.get(1, Long.class), currency)));
    }

    private List<CardsOwed.Line> lines(LocalDate asOf, Currency currency) {
        var end = surroundings.time().startOf(asOf.plusDays(1)).toString();
        return sql.resultQuery(OWED, end, end, currency.getCurrencyCode()).fetch(row -> {
            var paid = new Money(row.get(4, Long.class), currency);
            var used = new Money(row.get(5, Long.class), currency);
            return new CardsOwed.Line(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    row.get(2, Long.class),
                    row.get(3, Long.class),
                    0,
                    paid,
                    used,
                    paid.minus(used));
        });
    }
}
