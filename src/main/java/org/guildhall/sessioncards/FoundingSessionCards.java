package org.guildhall.sessioncards;

import java.time.Instant;
import java.util.function.BiFunction;

/** What became of session cards when the company came here already; entered once, by the machine. */
public interface FoundingSessionCards {

    /**
     * Lets acts happen as of an earlier instant. Only a {@link org.guildhall.kernel.Actor.Machine} may; anybody else acts now.
     */
    <T> T asOf(Instant at, BiFunction<SessionCards, Bookings, T> acts);
}
