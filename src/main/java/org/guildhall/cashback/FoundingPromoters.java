package org.guildhall.cashback;

import java.time.Instant;
import java.util.function.Function;

/** Who recommended whom when the company came here already; entered once, by the machine. */
public interface FoundingPromoters {

    /** Lets acts happen as of an earlier instant. Only a {@link org.guildhall.kernel.Actor.Machine} may. */
    <T> T asOf(Instant at, Function<Promoters, T> acts);
}
