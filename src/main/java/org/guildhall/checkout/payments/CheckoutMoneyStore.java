package org.guildhall.checkout.payments;

import static org.guildhall.jooq.checkout.Tables.PAYMENT;
import static org.guildhall.jooq.checkout.Tables.SALE;
import static org.jooq.impl.DSL.trueCondition;

import org.guildhall.prepaid.MoneyTaken;
import org.guildhall.prepaid.PaidFor;
import org.springframework.stereotype.Component;

/** What was paid for baskets, and what went back with their returns. */
@Component
class CheckoutMoneyStore implements MoneyTaken {

    @Override
    public Rows rows() {
        return new Rows(
                PaidFor.CHECKOUT,
                PAYMENT.join(SALE).on(SALE.CHECKOUT_ID.eq(PAYMENT.CHECKOUT_ID)),
                trueCondition(),
                new Of(PAYMENT.PAYMENT_ID, PAYMENT.CHECKOUT_ID, SALE.NUMBER, SALE.MEMBER_ID),
                new Paid(
                        PAYMENT.METHOD,
                        PAYMENT.AMOUNT,
                        SALE.CURRENCY,
                        PAYMENT.REFERENCE,
                        PAYMENT.STORE_ID,
                        PAYMENT.OCCURRED_ON,
                        PAYMENT.OCCURRED_AT,
                        PAYMENT.ACTOR));
    }
}
