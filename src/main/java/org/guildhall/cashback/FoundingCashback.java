package org.guildhall.cashback;

import java.time.Instant;
import java.util.UUID;

/** What became of cashback when the company came here already; entered once, by the machine. */
public interface FoundingCashback {

    /** Settles as of an earlier instant what was due by then; gives the run. Only a {@link org.guildhall.kernel.Actor.Machine} may. */
    UUID settledAt(Instant at);
}
