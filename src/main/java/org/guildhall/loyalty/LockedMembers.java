package org.guildhall.loyalty;

import java.util.List;
import java.util.function.Function;
import org.guildhall.ledger.Posting;
import org.jspecify.annotations.Nullable;

/** Members whom the transaction that asked for this has locked until its end, as they stood then. */
public interface LockedMembers {

    /**
     * Records purchases of these members, at most one each, inside the transaction that locked them and before it records
     * anything else of them; a receipt for each, in their order. None may have been recorded before; the first that cannot be
     * recorded fails the transaction.
     *
     * @param first booked in the same go before what the purchases bring; no key of them may have been used before, and one
     *     that cannot be booked fails the transaction
     * @param request in which request each purchase was asked for
     */
    List<PurchaseReceipt> recordNew(
            List<PurchaseFact> purchases, List<Posting> first, Function<PurchaseFact, @Nullable String> request);
}
