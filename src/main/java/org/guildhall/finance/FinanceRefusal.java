package org.guildhall.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Refusal;

/** Why the books say no. */
public sealed interface FinanceRefusal extends Refusal.Reason {

    /** The same was asked before, by somebody else or with other words, and waits for a decision; one request waits at a time. */
    record AlreadyAsked(LocalDate month, UUID request, String requestedBy, Instant requestedAt, String reason)
            implements FinanceRefusal, Refusal.Conflict {}
}
