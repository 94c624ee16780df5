package org.guildhall.ledger.allocation;

import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Movement;

/** What a stored posting does to one asset: what a caller asked for, or what the ledger does of itself. */
public sealed interface Act {

    /** The asset it touches. */
    Asset asset();

    /** A movement a caller asked for. */
    record Moved(Movement movement) implements Act {
        @Override
        public Asset asset() {
            return movement.asset();
        }
    }

    /** Whatever is in the lot at the start of its day of expiry, or comes into it later, is gone. */
    record Lapsed(Asset asset, LocalDate expiresOn) implements Act {}

    /** What the spends of another posting took returns to its lots. */
    record Restored(Asset asset, UUID spend) implements Act {}

    /** So much of what the spends of another posting took returns to its lots, the last taken first. */
    record RestoredPart(Asset asset, UUID spend, long amount) implements Act {}

    /**
     * Whatever the lot holds at that time, or lapsed from it before, is valid until {@code to} from then on; what comes into
     * the lot afterwards is not.
     */
    record Carried(Asset asset, LocalDate from, LocalDate to) implements Act {}

    /** What another posting put on hold is redeemed. */
    record Settled(Asset asset, UUID hold) implements Act {}
}
