package org.guildhall.prepaid;

import java.time.Instant;
import java.util.function.Function;

/** What members had paid in and spent already when the company came here; entered once, by the machine. */
public interface FoundingStoredValue {

    /**
     * Lets acts happen as of an earlier instant, under the rules of its day, and not before the account's last movement. Only a
     * {@link org.guildhall.kernel.Actor.Machine} may; anybody else acts now.
     */
    <T> T asOf(Instant at, Function<StoredValue, T> acts);
}
