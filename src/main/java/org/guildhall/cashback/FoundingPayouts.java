package org.guildhall.cashback;

import java.time.Instant;
import java.util.UUID;

/** What was paid out when the company came here already; entered once, by the machine. */
public interface FoundingPayouts {

    /** Pays what was due for a month as of an earlier instant, without asking. Only a {@link org.guildhall.kernel.Actor.Machine} may. */
    UUID paidAt(ProposePayout command, String key, Instant at);
}
