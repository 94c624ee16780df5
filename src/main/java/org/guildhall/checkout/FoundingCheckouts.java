package org.guildhall.checkout;

import java.time.Instant;
import java.util.function.Function;

/** What was sold when the company came here already; entered once, by the machine. */
public interface FoundingCheckouts {

    /**
     * Lets acts happen as of an earlier instant, under the rules of its day. Only a {@link org.guildhall.kernel.Actor.Machine}
     * may; anybody else acts now.
     */
    <T> T asOf(Instant at, Function<Checkouts, T> acts);
}
