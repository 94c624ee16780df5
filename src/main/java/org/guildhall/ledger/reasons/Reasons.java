package org.guildhall.ledger.reasons;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.CauseExplanations;
import org.guildhall.ledger.LedgerRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Explains postings: what each did to the member's lots, and why. Amounts that another module decided are explained by that
 * module; changes by hand, expiries and reversals by what the ledger knows.
 */
@Component
public class Reasons {

    private final ReasonStore store;
    private final ObjectProvider<CauseExplanations> elsewhere;

    Reasons(ReasonStore store, ObjectProvider<CauseExplanations> elsewhere) {
        this.store = store;
        this.elsewhere = elsewhere;
    }

    /** Whose posting it is; refused if there is none. */
    public MemberId ownerOf(UUID posting) {
        return store.ownerOf(posting).orElseThrow(() -> unknown(posting));
    }

    /** Why the posting moved what it did. */
    public Explanation why(UUID posting) {
        var told = store.find(posting).orElseThrow(() -> unknown(posting));
        var parts = new ArrayList<>(Steps.moved(told));
        parts.addAll(causes(told));
        return Steps.head(told).with(parts);
    }

    private List<Explanation> causes(Told told) {
        if (told.reverses() != null) {
            return List.of(why(told.reverses()));
        }
        if (told.kind().equals("expiry")) {
            return told.parts().stream()
                    .filter(part -> part.own() && part.expiresOn() != null)
                    .map(part -> Steps.lot(
                            store.lot(
                                    told.member(),
                                    part.asset(),
                                    java.util.Objects.requireNonNull(part.expiresOn()),
                                    told.recordedAt()),
                            -part.amount()))
                    .toList();
        }
        var causes = new ArrayList<Explanation>();
        elsewhere.stream()
                .filter(module -> module.explains(told.causeType()))
                .findFirst()
                .ifPresent(module -> causes.add(module.why(told.causeId())));
        if (!causes.isEmpty() && told.siblings() > 1) {
            causes.add(Explanation.of("ledger.one-of-several", "postings", told.siblings()));
        }
        return causes;
    }

    private static Refusal unknown(UUID posting) {
        return Refusal.of(new LedgerRefusal.UnknownPosting(posting));
    }
}
