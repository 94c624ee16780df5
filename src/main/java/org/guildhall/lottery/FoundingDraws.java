package org.guildhall.lottery;

import java.time.Instant;
import java.util.function.BiFunction;

/** What was drawn when the company came here already; entered once, by the machine. */
public interface FoundingDraws {

    /**
     * Lets acts happen as of an earlier instant. Only a {@link org.guildhall.kernel.Actor.Machine} may; anybody else acts now.
     */
    <T> T asOf(Instant at, BiFunction<Lotteries, Draws, T> acts);
}
