package org.guildhall.sessioncards.acts;

import static org.guildhall.jooq.sessioncards.Tables.CARD;
import static org.guildhall.jooq.sessioncards.Tables.FACT;
import static org.jooq.impl.DSL.when;

import org.guildhall.prepaid.MoneyTaken;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.sessioncards.CardFact.Kind;
import org.springframework.stereotype.Component;

/** What was paid for cards, and what of it was paid back the same way. */
@Component
class CardMoneyStore implements MoneyTaken {

    @Override
    public Rows rows() {
        var reference = when(FACT.KIND.eq(Kind.SOLD.code()), CARD.REFERENCE);
        return new Rows(
                PaidFor.SESSION_CARD,
                FACT.join(CARD).on(CARD.CARD_ID.eq(FACT.CARD_ID)),
                FACT.MONEY.ne(0L),
                new Of(FACT.FACT_ID, FACT.CARD_ID, FACT.NAME, FACT.MEMBER_ID),
                new Paid(
                        CARD.METHOD,
                        FACT.MONEY,
                        FACT.CURRENCY,
                        reference,
                        FACT.STORE_ID,
                        FACT.OCCURRED_ON,
                        FACT.OCCURRED_AT,
                        FACT.ACTOR));
    }
}
