package org.guildhall.mall.orders;

import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.ledger.CauseExplanations;
import org.guildhall.mall.Redemptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the ledger why postings of redemptions have their amounts. */
@Component
class MallExplanations implements CauseExplanations {

    /** What orders are to the ledger. */
    static final String CAUSE = "mall.redemption";

    // The ledger knows its explanations, and redemptions need the ledger: the circle is closed when first asked.
    private final ObjectProvider<Redemptions> redemptions;

    MallExplanations(ObjectProvider<Redemptions> redemptions) {
        this.redemptions = redemptions;
    }

    @Override
    public boolean explains(String causeType) {
        return causeType.equals(CAUSE);
    }

    @Override
    public Explanation why(UUID causeId) {
        return redemptions.getObject().why(causeId);
    }
}
