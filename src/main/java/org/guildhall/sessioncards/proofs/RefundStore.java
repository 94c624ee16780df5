package org.guildhall.sessioncards.proofs;

import static org.guildhall.jooq.sessioncards.Tables.CARD;
import static org.guildhall.jooq.sessioncards.Tables.FACT;
import static org.guildhall.jooq.sessioncards.Tables.SHARE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.util.List;
import java.util.UUID;
import org.guildhall.sessioncards.rules.Term;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads refunds with what they were calculated from and what the card says. */
@Component
class RefundStore {

    private final DSLContext sql;

    RefundStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A refund, the version of the rules that decided it, what was kept with it, and the used sessions, the price and the days of
     * unlimited use as the card has them.
     */
    record Refunded(
            UUID fact,
            int version,
            long money,
            String inputs,
            long used,
            long paid,
            @Nullable Term term) {}

    /** The next refunds after an identifier, in their order. */
    List<Refunded> after(UUID fact, int limit) {
        var used = field(select(sum(SHARE.USED)).from(SHARE).where(SHARE.CARD_ID.eq(FACT.CARD_ID)));
        return sql.select(
                        FACT.FACT_ID,
                        FACT.VERSION,
                        FACT.MONEY,
                        FACT.INPUTS,
                        used,
                        CARD.PRICE,
                        CARD.UNLIMITED,
                        CARD.DAYS,
                        CARD.LAST_DAY)
                .from(FACT)
                .join(CARD)
                .on(CARD.CARD_ID.eq(FACT.CARD_ID))
                .where(FACT.KIND.eq("refunded"))
                .and(FACT.FACT_ID.gt(fact))
                .orderBy(FACT.FACT_ID)
                .limit(limit)
                .fetch(row -> new Refunded(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4().data(),
                        row.value5().longValueExact(),
                        row.value6(),
                        row.value7() ? new Term(row.value8(), row.value9()) : null));
    }
}
