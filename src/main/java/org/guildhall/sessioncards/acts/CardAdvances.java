package org.guildhall.sessioncards.acts;

import java.time.LocalDate;
import org.guildhall.kernel.Money;
import org.guildhall.prepaid.AdvanceMoney;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.sessioncards.SessionCardStock;
import org.springframework.stereotype.Component;

/** The part of the price of cards that stands for sessions not yet used is money paid in advance. */
@Component
record CardAdvances(SessionCardStock stock) implements AdvanceMoney {

    @Override
    public PaidFor what() {
        return PaidFor.SESSION_CARD;
    }

    @Override
    public Money heldAt(LocalDate day) {
        return stock.owed(day).owed();
    }
}
