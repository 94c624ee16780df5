package org.guildhall.loyalty;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;

/**
 * Takes over what another system's books say of members' points, period by period, so that the ledger's statement reads as
 * they do; where they redeem more than they earned, the smallest opening balance that keeps them at or above zero is booked
 * just before their first period. In the caller's transaction.
 */
public interface PointsHistories {

    /**
     * Books what is new, all periods of a member in one call; a period that is known with the same content is left as it is,
     * one with other content is refused, as is one of nobody.
     */
    HistoryOutcome recordAll(List<PointsPeriod> periods, HistoryBatch batch);

    /** Takes back by counter-acts what a batch recorded for these members; opening balances follow what remains. */
    HistoryOutcome voidAll(UUID batch, Collection<MemberId> members, String reason);

    /** Those of these members who spent points since a batch was recorded. */
    List<MemberId> spentSince(UUID batch, Collection<MemberId> members);
}
