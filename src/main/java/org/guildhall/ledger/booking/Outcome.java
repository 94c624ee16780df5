package org.guildhall.ledger.booking;

import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.LedgerRefusal;
import org.guildhall.ledger.Receipt;

/** What became of one request of a batch. */
public sealed interface Outcome {

    /** Booked now or earlier. */
    record Done(Receipt receipt) implements Outcome {}

    /** Not booked. */
    record Refused(LedgerRefusal reason) implements Outcome {}

    /** The receipt, or the refusal thrown. */
    default Receipt orThrow() {
        return switch (this) {
            case Done(var receipt) -> receipt;
            case Refused(var reason) -> throw Refusal.of(reason);
        };
    }
}
