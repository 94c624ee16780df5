package org.guildhall.prepaid.proofs;

import java.util.UUID;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.rules.RefundCase;
import org.guildhall.prepaid.rules.RefundRules;
import org.guildhall.prepaid.rules.RefundRules.Decision;
import tools.jackson.databind.json.JsonMapper;

/** Every refund is what the rules that decided it make of what was kept of its case. */
record RefundsAreCalculated(PrepaidLawStore store, Policies policies, JsonMapper json) {

    private static final int AT_ONCE = 1_000;

    ModuleLaw.Finding check() {
        long covered = 0;
        var after = new UUID(0, 0);
        while (true) {
            var refunds = store.refunds(after, AT_ONCE);
            if (refunds.isEmpty()) {
                return new ModuleLaw.Finding(covered, null);
            }
            for (var refund : refunds) {
                if (!agrees(refund)) {
                    return new ModuleLaw.Finding(covered, "refund " + refund);
                }
                covered++;
            }
            after = refunds.getLast().movement();
        }
    }

    private boolean agrees(PrepaidLawStore.Refunded refund) {
        var rules = policies.version(PrepaidPolicy.KIND, refund.version()).policy();
        var asked = json.readValue(refund.inputs(), RefundCase.class);
        return RefundRules.decide(rules, asked) instanceof Decision.Allowed allowed
                && allowed.refund() == -refund.money();
    }
}
