package org.guildhall.checkout.acts;

import java.util.UUID;
import org.guildhall.checkout.Checkouts;
import org.guildhall.kernel.Explanation;
import org.guildhall.ledger.CauseExplanations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the ledger why postings of checkouts have their amounts. */
@Component
class CheckoutReasons implements CauseExplanations {

    // The ledger knows its explanations, and checkouts need the ledger: the circle is closed when first asked.
    private final ObjectProvider<Checkouts> checkouts;

    CheckoutReasons(ObjectProvider<Checkouts> checkouts) {
        this.checkouts = checkouts;
    }

    @Override
    public boolean explains(String causeType) {
        return causeType.equals(Sale.CAUSE);
    }

    @Override
    public Explanation why(UUID causeId) {
        return checkouts.getObject().why(causeId);
    }
}
