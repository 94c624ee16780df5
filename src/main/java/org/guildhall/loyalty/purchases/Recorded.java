package org.guildhall.loyalty.purchases;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.replay.Award;
import org.guildhall.loyalty.replay.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a call recorded: the counts, the identifier of each fact that is stored now, and how the members were settled.
 *
 * @param fresh the purchases that were not known before
 */
public record Recorded(
        BulkOutcome outcome,
        Map<KeySlots.FactKey, UUID> purchases,
        Map<KeySlots.FactKey, UUID> returns,
        Settlement.Settled settled,
        List<PurchaseFact> fresh) {

    /** The identifier under which the purchase is stored. */
    public @Nullable UUID idOf(PurchaseFact fact) {
        return purchases.get(Admission.key(fact));
    }

    /** The identifier under which the return is stored. */
    public @Nullable UUID idOf(ReturnFact fact) {
        return returns.get(Admission.key(fact));
    }

    /** The member's tier now. */
    String tier(MemberId member) {
        return outcome(member).tier();
    }

    /** What the fact, which counts, was awarded. */
    Award award(MemberId member, UUID fact) {
        return Objects.requireNonNull(find(member, fact));
    }

    /** What the fact was awarded, if it counts. */
    @Nullable
    Award find(MemberId member, UUID fact) {
        return outcome(member).awards().stream()
                .filter(award -> award.fact().equals(fact))
                .findFirst()
                .orElse(null);
    }

    private Outcome outcome(MemberId member) {
        return Objects.requireNonNull(settled.outcomes().get(member));
    }
}
