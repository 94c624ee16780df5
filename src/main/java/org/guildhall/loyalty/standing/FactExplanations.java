package org.guildhall.loyalty.standing;

import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.ledger.CauseExplanations;
import org.springframework.stereotype.Component;

/** Tells the ledger why postings of purchases and returns have their amounts, by replaying the member. */
@Component
class FactExplanations implements CauseExplanations {

    private static final Set<String> FACTS = Set.of("loyalty.purchase", "loyalty.return");

    private final Standings standings;

    FactExplanations(Standings standings) {
        this.standings = standings;
    }

    @Override
    public boolean explains(String causeType) {
        return FACTS.contains(causeType);
    }

    @Override
    public Explanation why(UUID causeId) {
        return standings.why(causeId);
    }
}
