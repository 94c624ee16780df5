package org.guildhall.loyalty.purchases;

import java.util.List;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.KeptSource;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.springframework.stereotype.Component;

/** The names under which tills, systems and people record; those of other modules are not open to them. */
@Component
record OpenSources(List<KeptSource> kept) {

    /** Whether another module records under this name, and says so in the audit trail itself. */
    boolean keeps(String source) {
        return kept.stream().anyMatch(one -> one.source().equals(source));
    }

    /** Refuses what comes under the name of a module that records by itself. */
    void require(String field, String source) {
        for (var one : kept) {
            if (one.source().equals(source)) {
                throw Refusal.of(new LoyaltyRefusal.SourceIsKept(field, source, one.keeper()));
            }
        }
    }
}
