package org.guildhall.prepaid.till;

import static org.guildhall.jooq.prepaid.Tables.MOVEMENT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.SQLDataType.VARCHAR;

import org.guildhall.kernel.BusinessTime;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.MoneyTaken;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.prepaid.PrepaidPolicy;
import org.springframework.stereotype.Component;

/** What was paid in at the stores, and what of it was undone there; what has no store is in no till. */
@Component
class PrepaidMoneyStore implements MoneyTaken {

    private final Policies policies;
    private final BusinessTime time;

    PrepaidMoneyStore(Policies policies, BusinessTime time) {
        this.policies = policies;
        this.time = time;
    }

    @Override
    public Rows rows() {
        return new Rows(
                PaidFor.STORED_VALUE,
                MOVEMENT,
                MOVEMENT.MONEY.ne(0L).and(MOVEMENT.STORE_ID.isNotNull()).and(MOVEMENT.METHOD.isNotNull()),
                new Of(MOVEMENT.MOVEMENT_ID, MOVEMENT.MOVEMENT_ID, inline(null, VARCHAR), MOVEMENT.MEMBER_ID),
                new Paid(
                        MOVEMENT.METHOD,
                        MOVEMENT.MONEY,
                        inline(currency()),
                        MOVEMENT.REFERENCE,
                        MOVEMENT.STORE_ID,
                        MOVEMENT.OCCURRED_ON,
                        MOVEMENT.OCCURRED_AT,
                        MOVEMENT.ACTOR));
    }

    private String currency() {
        return policies.inForce(PrepaidPolicy.KIND, time.today())
                .policy()
                .caps()
                .named()
                .currency()
                .getCurrencyCode();
    }
}
