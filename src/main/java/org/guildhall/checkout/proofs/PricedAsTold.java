package org.guildhall.checkout.proofs;

import java.util.UUID;
import org.guildhall.checkout.acts.Repricing;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every checkout, priced again from what was kept of it, costs what was charged. */
@Component
class PricedAsTold {

    private static final int AT_ONCE = 500;

    private final ObjectProvider<Repricing> repricing;

    PricedAsTold(ObjectProvider<Repricing> repricing) {
        this.repricing = repricing;
    }

    Finding check(CheckoutLawStore store) {
        long covered = 0;
        var after = new UUID(0, 0);
        while (true) {
            var some = store.checkouts(after, AT_ONCE);
            if (some.isEmpty()) {
                return new Finding(covered, null);
            }
            var differences = repricing.getObject().differences(some);
            for (var checkout : some) {
                var differs = differences.get(checkout);
                if (differs != null) {
                    return new Finding(covered, differs);
                }
                covered++;
            }
            after = some.getLast();
        }
    }
}
