package org.guildhall.cashback.acts;

import java.util.Set;
import org.guildhall.cashback.CashbackEvent.CustomersBound;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.LoyaltyEvent.FactsApplied;
import org.guildhall.loyalty.LoyaltyEvent.PurchaseRecorded;
import org.guildhall.loyalty.LoyaltyEvent.ReturnRecorded;
import org.guildhall.loyalty.LoyaltyEvent.TierChanged;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts anew whose purchases or returns were recorded, in the transaction that records them: the two are never apart. */
@Component
class PurchaseWatch {

    private final Recount recount;
    private final Shares shares;
    private final ObjectProvider<Loyalty> loyalty;

    PurchaseWatch(Recount recount, Shares shares, ObjectProvider<Loyalty> loyalty) {
        this.loyalty = loyalty;
        this.recount = recount;
        this.shares = shares;
    }

    @EventListener
    void bought(PurchaseRecorded event) {
        recount.of(Set.of(event.member()));
    }

    @EventListener
    void returned(ReturnRecorded event) {
        recount.of(Set.of(event.member()));
    }

    /** A tier that changed otherwise may have held when something was bought. */
    @EventListener
    void changed(TierChanged event) {
        if (shares.dependOnTiers()) {
            recount.of(Set.of(event.member()));
        }
    }

    /** Nobody holds their standings yet. */
    @EventListener
    void bound(CustomersBound event) {
        loyalty.getObject().lock(event.customers());
        recount.of(event.customers());
    }

    @EventListener
    void applied(FactsApplied event) {
        recount.of(event.members());
    }
}
