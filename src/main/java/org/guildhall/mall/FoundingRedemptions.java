package org.guildhall.mall;

import java.time.Instant;

/** What members had ordered already when the company came here; entered once, by the machine. */
public interface FoundingRedemptions {

    /**
     * Places an order as of an earlier instant, under the rules of its day, in a transaction of its own: points and pieces are
     * held, and money was taken, from then on. Only a {@link org.guildhall.kernel.Actor.Machine} may; anybody else orders now.
     */
    Redeemed place(Redeem command, String key, Instant at);
}
