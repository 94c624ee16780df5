package org.guildhall.mall;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/** Redemptions from order to pick-up, and back. Each write takes the caller's key: the same key does it once. */
public interface Redemptions {

    /** What an order would cost the member now. */
    PricedRedemption price(PriceQuery query);

    /** Holds the points and the pieces and books the money paid beside them; returns when all of it is durable. */
    Redeemed redeem(Redeem command, String key);

    /** One page of the redemptions within the actor's reach, newest first. */
    Slice<RedemptionView> list(RedemptionQuery query);

    /** The redemption. */
    RedemptionView get(UUID id);

    /** Why it cost what it did, until when it waits, and what became of its points. */
    Explanation why(UUID id);

    /** A new code instead of a lost one, shown once. */
    Redeemed renewCode(UUID id);

    /** What a code stands for, before it is handed out. */
    RedemptionView lookUp(PickUp command);

    /** Hands out what the code stands for, and spends its points. */
    RedemptionView handOut(PickUp command, String key);

    /**
     * Cancels what waits: points return to their lots, pieces to the stock, money goes back today by the methods it came and from
     * the till that took it.
     */
    RedemptionView cancel(UUID id, EndRedemption command, String key);

    /** Cancels several, each by itself; one outcome each, in their order. */
    List<CancelOutcome> cancelAll(CancelMany command, String key);

    /** Takes back what was handed out: points return to their lots, pieces to the stock, money as with a cancellation. */
    RedemptionView takeBack(UUID id, EndRedemption command, String key);

    /**
     * Gives up what nobody picked up in time, each in a transaction of its own; how many. Its money leaves the till's count on that
     * day, to be kept for the member. Needs no permission: the clock's work.
     */
    int giveUpOverdue();

    /** Starts an export; the job's result names the file to fetch. */
    JobView export(ExportRedemptions command);
}
