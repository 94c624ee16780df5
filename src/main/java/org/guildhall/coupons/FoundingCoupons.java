package org.guildhall.coupons;

import java.time.Instant;
import java.util.function.Function;

/** What became of coupons when the company came here already; entered once, by the machine. */
public interface FoundingCoupons {

    /**
     * Lets acts happen as of an earlier instant. Only a {@link org.guildhall.kernel.Actor.Machine} may; anybody else acts now.
     */
    <T> T asOf(Instant at, Function<Coupons, T> acts);
}
