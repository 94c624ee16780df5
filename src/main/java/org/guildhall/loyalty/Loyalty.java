package org.guildhall.loyalty;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Records what members buy and give back, and says what it brought them and why. */
public interface Loyalty {

    /** Records one purchase, its points and what follows for the tier, in one transaction. */
    PurchaseReceipt record(PurchaseFact purchase);

    /** Records one return and takes back what the returned part had brought. */
    ReturnReceipt recordReturn(ReturnFact returned);

    /** Records many facts inside the caller's transaction; call it with whole members, a few thousand facts at a time. */
    BulkOutcome recordAll(List<PurchaseFact> purchases, List<ReturnFact> returns, @Nullable UUID batch);

    /** Takes back, by counter-facts, what a batch recorded for these members; inside the caller's transaction. */
    BulkOutcome voidAll(UUID batch, Collection<MemberId> members);

    /** Why this purchase could not be recorded, judged by itself. */
    Optional<Refusal.Reason> check(PurchaseFact purchase);

    /** Why this return could not be recorded, judged by itself. */
    Optional<Refusal.Reason> check(ReturnFact returned);

    /** Where a member stands. */
    StandingView standing(MemberId member);
}
