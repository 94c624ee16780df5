package org.guildhall.loyalty.standing;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.kernel.Explanation;
import org.guildhall.ledger.CauseExplanations;
import org.guildhall.loyalty.replay.Award;
import org.springframework.stereotype.Component;

/** Tells the ledger why postings of purchases, returns and occasions have their amounts, by replaying the member. */
@Component
class FactExplanations implements CauseExplanations {

    private static final Set<String> FACTS =
            Stream.of(Award.By.values()).map(Award.By::cause).collect(Collectors.toSet());

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
