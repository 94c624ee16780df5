package org.guildhall.sessioncards.acts;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.guildhall.kernel.Money;
import org.guildhall.prepaid.AdvanceMoney;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.guildhall.sessioncards.SessionCardStock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The part of the price of cards that stands for sessions not yet used, or days to come, is money paid in advance. */
@Component
record CardAdvanceStore(SessionCardStock stock, TermStore terms, Surroundings surroundings, DSLContext sql)
        implements AdvanceMoney {

    /**
     * What was sold, less what was used, less what was left of the cards that were refunded: nothing of them is owed any more. Cards
     * of unlimited use are added up apart, by their days.
     */
    private static final String MOVED = """
            select coalesce(sum(case f.kind
                when 'sold' then f.money
                when 'refunded' then u.worth - c.price
                else -f.worth end), 0)::bigint
            from sessioncards.fact f
            left join sessioncards.card c
              on f.kind in ('sold', 'refunded')
              and c.card_id = f.card_id
            left join lateral (
              select sum(w.worth) as worth
              from sessioncards.fact w
              where w.card_id = c.card_id
            ) u on f.kind = 'refunded'
            where f.occurred_on = ?::date
              and f.currency = ?
              and (f.kind in ('sold', 'refunded') or f.worth <> 0)
              and c.unlimited is not true
            """;

    @Override
    public PaidFor what() {
        return PaidFor.SESSION_CARD;
    }

    @Override
    public Money heldAt(LocalDate day) {
        return stock.owed(day).owed();
    }

    @Override
    public Money movedOn(LocalDate day) {
        var currency = currency(day);
        var moved = sql.fetchSingle(MOVED, day.toString(), currency.getCurrencyCode())
                .get(0, Long.class);
        return new Money(Objects.requireNonNull(moved), currency).plus(terms.movedOn(day, currency));
    }

    @Override
    public Money mostAtOnce(LocalDate day) {
        var sales = sales(day);
        return sales.named().minor() < sales.unnamed().minor() ? sales.unnamed() : sales.named();
    }

    private Currency currency(LocalDate day) {
        return sales(day).named().currency();
    }

    private SessionCardPolicy.Sales sales(LocalDate day) {
        return surroundings.rules(day).policy().sales();
    }
}
