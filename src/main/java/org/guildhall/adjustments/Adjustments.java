package org.guildhall.adjustments;

import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.GrantTier;

/**
 * Changes by hand. Each returns when it is durable: either the change, or the request for the approval it needs. Keys are
 * causes, as {@code Keyed} gives them; the same key with the same content changes and asks once.
 */
public interface Adjustments {

    /** Gives or takes value; needs {@code ledger.adjust}. */
    Adjusted change(MemberId member, ChangePoints command, String cause);

    /**
     * What would become of giving or taking so many points, before it is done: what counts with it, and whether somebody has to
     * agree; needs {@code ledger.adjust}.
     */
    ChangeOutlook outlook(MemberId member, long amount);

    /** Moves the expiry of a lot on; needs {@code ledger.adjust}. */
    Adjusted moveExpiry(MemberId member, MoveExpiry command, String cause);

    /**
     * Grants a tier; needs {@code loyalty.grant-tier}. Its size in the authority table is the tier's rung, 1 for the lowest.
     */
    Adjusted grantTier(GrantTier command, String cause);

    /**
     * Undoes what was given or taken by hand, counted like giving or taking as much; needs {@code ledger.adjust}. What rules or
     * documents brought about is refused: it is undone by its return or its cancellation.
     */
    Adjusted reverse(UUID posting, ReversePosting command, String cause);
}
