package org.guildhall.sessioncards.proofs;

import java.util.Objects;
import java.util.UUID;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.guildhall.policies.Policies;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.guildhall.sessioncards.rules.CardRefund;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calculates every refund again from what was kept with it, by the rules that decided it. */
@Component
class RefundsAsCalculated {

    private static final int PAGE = 500;

    private final RefundStore store;
    private final Policies policies;
    private final JsonMapper json;

    RefundsAsCalculated(RefundStore store, Policies policies, JsonMapper json) {
        this.store = store;
        this.policies = policies;
        this.json = json;
    }

    Finding check() {
        long covered = 0;
        var after = new UUID(0, 0);
        while (true) {
            var page = store.after(after, PAGE);
            for (var refund : page) {
                covered++;
                after = refund.fact();
                var asked = json.readValue(refund.inputs(), CardRefund.Case.class);
                var policy = policies.version(SessionCardPolicy.KIND, refund.version())
                        .policy();
                boolean same = CardRefund.decide(policy, asked) instanceof CardRefund.Decision.Allowed allowed
                        && allowed.refund() == -refund.money()
                        && refund.used()
                                == asked.parts().stream()
                                        .mapToLong(CardRefund.Part::used)
                                        .sum()
                        && refund.paid() == asked.paid()
                        && Objects.equals(refund.term(), asked.term());
                if (!same) {
                    return new Finding(
                            covered,
                            "refund " + refund.fact() + " paid back " + -refund.money() + ", not as calculated");
                }
            }
            if (page.size() < PAGE) {
                return new Finding(covered, null);
            }
        }
    }
}
