package org.guildhall.loyalty.purchases;

import java.util.Map;
import java.util.UUID;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.jspecify.annotations.Nullable;

/** What a call recorded: the counts, the identifier of each fact that is stored now, and how the members were settled. */
public record Recorded(
        BulkOutcome outcome,
        Map<KeySlots.FactKey, UUID> purchases,
        Map<KeySlots.FactKey, UUID> returns,
        Settlement.Settled settled) {

    /** The identifier under which the purchase is stored. */
    public @Nullable UUID idOf(PurchaseFact fact) {
        return purchases.get(Admission.key(fact));
    }

    /** The identifier under which the return is stored. */
    public @Nullable UUID idOf(ReturnFact fact) {
        return returns.get(Admission.key(fact));
    }
}
