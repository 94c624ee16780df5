package org.guildhall.loyalty;

import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Posting;

/** Members whom the transaction that asked for this has locked until its end, as they stood then. */
public interface LockedMembers {

    /** The tier of each, as last recorded; who was never counted stands where everybody begins. */
    Map<MemberId, String> tiers();

    /**
     * Records purchases of these members, at most one each, inside the transaction that locked them and before it records
     * anything else of them; a receipt for each, in their order. They come under a name that the caller's module keeps
     * ({@link KeptSource}), and none was recorded before; the first that cannot be recorded fails the transaction.
     *
     * @param first booked in the same go before what the purchases bring; no key of them may have been used before, and one
     *     that cannot be booked fails the transaction
     */
    List<PurchaseReceipt> recordNew(List<PurchaseFact> purchases, List<Posting> first);
}
