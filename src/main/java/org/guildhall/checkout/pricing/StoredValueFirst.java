package org.guildhall.checkout.pricing;

import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.kernel.Explanation;

/** Pays what is left with stored value, as much as is wanted and there; which pot it comes from is for stored value to say. */
record StoredValueFirst() implements Deducting {

    @Override
    public Taken take(Till till) {
        var customer = till.customer();
        if (!customer.known()) {
            return nothing(till, 0, till.say("no-member-no-stored-value"));
        }
        if (customer.frozen()) {
            return nothing(till, 0, till.say("stored-value-frozen"));
        }
        long most = Math.min(customer.stored(), till.due());
        if (most == 0) {
            return nothing(till, 0, till.say("no-stored-value", "available", till.money(customer.stored())));
        }
        if (customer.wantedStored() == 0) {
            return nothing(till, most, till.say("stored-value-not-asked", "available", till.money(customer.stored())));
        }
        long used = Math.min(most, customer.wantedStored());
        var why = till.say(
                "stored-value-used",
                "amount",
                till.money(used),
                "available",
                till.money(customer.stored()),
                "wanted",
                till.money(customer.wantedStored()));
        return new Taken(
                Deduction.STORED_VALUE,
                Taken.shares(Shares.inProportion(used, till.rooms())),
                0,
                new Taken.Most(most, 0),
                why);
    }

    private static Taken nothing(Till till, long most, Explanation why) {
        return Taken.nothing(Deduction.STORED_VALUE, till, new Taken.Most(most, 0), why);
    }
}
