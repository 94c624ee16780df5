package org.guildhall.mall.money;

import static org.guildhall.jooq.mall.Tables.PAYMENT;
import static org.guildhall.jooq.mall.Tables.REDEMPTION;
import static org.guildhall.jooq.mall.Tables.REWARD;
import static org.jooq.impl.DSL.trueCondition;

import org.guildhall.prepaid.MoneyTaken;
import org.guildhall.prepaid.PaidFor;
import org.springframework.stereotype.Component;

/** What was paid for redemptions beside their points, and what of it went back. */
@Component
class RedemptionMoneyStore implements MoneyTaken {

    @Override
    public Rows rows() {
        return new Rows(
                PaidFor.REDEMPTION,
                PAYMENT.join(REDEMPTION)
                        .on(REDEMPTION.ORDER_ID.eq(PAYMENT.ORDER_ID))
                        .join(REWARD)
                        .on(REWARD.REWARD_ID.eq(REDEMPTION.REWARD_ID)),
                trueCondition(),
                new Of(PAYMENT.PAYMENT_ID, PAYMENT.ORDER_ID, REWARD.NAME, REDEMPTION.MEMBER_ID),
                new Paid(
                        PAYMENT.METHOD,
                        PAYMENT.AMOUNT,
                        PAYMENT.CURRENCY,
                        PAYMENT.REFERENCE,
                        PAYMENT.STORE_ID,
                        PAYMENT.OCCURRED_ON,
                        PAYMENT.OCCURRED_AT,
                        PAYMENT.ACTOR));
    }
}
