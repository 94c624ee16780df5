package org.guildhall.ledger.allocation;

import java.time.Instant;
import java.util.UUID;

/** One act of one posting on one account, with when it was true and the fact it belongs to. */
public record Event(UUID posting, Instant occurredAt, String causeType, UUID causeId, Act act) {

    /** Whether it only gives. */
    public boolean gives() {
        return act instanceof Act.Moved(org.guildhall.ledger.Movement.Grant grant) && grant.amount() > 0;
    }
}
