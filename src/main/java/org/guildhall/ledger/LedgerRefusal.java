package org.guildhall.ledger;

import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.Refusal;

/** Why the ledger says no. */
public sealed interface LedgerRefusal extends Refusal.Reason {

    /** Less is available than is to be taken. */
    record InsufficientBalance(Asset asset, long available, long wanted) implements LedgerRefusal, Refusal.Rule {

        @Override
        public Map<String, Object> told() {
            return asset.told(facts());
        }
    }

    /** The key was used before for something else. */
    record KeyReused(String key, UUID postingId) implements LedgerRefusal, Refusal.Conflict {}

    /** There is no such asset. */
    record UnknownAsset(String asset) implements LedgerRefusal, Refusal.Invalid {}

    /** The balance or an amount would leave the range the ledger counts in. */
    record AmountTooLarge(Asset asset, long largest) implements LedgerRefusal, Refusal.Rule {

        @Override
        public Map<String, Object> told() {
            return asset.told(facts());
        }
    }

    /** There is no such posting. */
    record UnknownPosting(UUID postingId) implements LedgerRefusal, Refusal.Missing {}

    /** The posting is a reversal, an expiry or a hold, which are undone in other ways. */
    record NotReversible(UUID postingId, String postingKind) implements LedgerRefusal, Refusal.Conflict {}

    /** The posting was reversed before. */
    record AlreadyReversed(UUID postingId) implements LedgerRefusal, Refusal.Conflict {}

    /** Less of what was spent is still out than is to be given back. */
    record GiveBackTooLarge(Asset asset, long left, long wanted) implements LedgerRefusal, Refusal.Rule {

        @Override
        public Map<String, Object> told() {
            return asset.told(facts());
        }
    }

    /** There is no such hold. */
    record UnknownHold(UUID holdId) implements LedgerRefusal, Refusal.Missing {}

    /** The hold was used or released before. */
    record HoldClosed(UUID holdId, Hold.State state) implements LedgerRefusal, Refusal.Conflict {}

    /** Nothing may be dated later than now. */
    record InTheFuture(String occurredAt) implements LedgerRefusal, Refusal.Invalid {}

    /** The month it is dated in is closed; it is booked as a correction in the open one. */
    record PeriodClosed(String occurredAt, String openFrom) implements LedgerRefusal, Refusal.Rule {}

    /** A month is closed when it is over. */
    record PeriodNotOver(String month) implements LedgerRefusal, Refusal.Rule {}

    /** Months are closed one after another. */
    record PeriodOutOfTurn(String month, String next) implements LedgerRefusal, Refusal.Conflict {}

    /** Only the month closed last is opened again. */
    record NotLastClosed(String month) implements LedgerRefusal, Refusal.Conflict {}

    /** Another module keeps this asset by rules of its own; it is not changed by hand. */
    record KeptByModule(Asset asset, String keeper) implements LedgerRefusal, Refusal.Conflict {}

    /** The ledger is shutting down or has more waiting than it accepts; nothing was booked. */
    record Busy(int waiting) implements LedgerRefusal, Refusal.Limited {}
}
