package org.guildhall.lottery.drawing;

import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.ledger.CauseExplanations;
import org.guildhall.lottery.Draws;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the ledger why postings of draws have their amounts. */
@Component
class LotteryExplanations implements CauseExplanations {

    // The ledger knows its explanations, and draws need the ledger: the circle is closed when first asked.
    private final ObjectProvider<Draws> draws;

    LotteryExplanations(ObjectProvider<Draws> draws) {
        this.draws = draws;
    }

    @Override
    public boolean explains(String causeType) {
        return causeType.equals(Giving.CAUSE);
    }

    @Override
    public Explanation why(UUID causeId) {
        return draws.getObject().why(causeId);
    }
}
