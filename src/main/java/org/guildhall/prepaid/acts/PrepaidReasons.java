package org.guildhall.prepaid.acts;

import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.ledger.CauseExplanations;
import org.guildhall.prepaid.StoredValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the ledger why postings of stored value have their amounts. */
@Component
class PrepaidReasons implements CauseExplanations {

    /** What movements are to the ledger. */
    static final String CAUSE = "prepaid.movement";

    // The ledger knows its explanations, and stored value needs the ledger: the circle is closed when first asked.
    private final ObjectProvider<StoredValue> storedValue;

    PrepaidReasons(ObjectProvider<StoredValue> storedValue) {
        this.storedValue = storedValue;
    }

    @Override
    public boolean explains(String causeType) {
        return causeType.equals(CAUSE);
    }

    @Override
    public Explanation why(UUID causeId) {
        return storedValue.getObject().why(causeId);
    }
}
