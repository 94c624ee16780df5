package org.guildhall.adjustments;

import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;

/** Why a change by hand is not done. */
public sealed interface AdjustmentRefusal extends Refusal.Reason {

    /** The lot of that day holds nothing, and nothing lapsed from it that was not restored. */
    record NothingInLot(Asset asset, LocalDate expiresOn) implements AdjustmentRefusal, Refusal.Rule {}

    /** Rules or a document brought it about: it is undone there, by a return or a cancellation, not by hand. */
    record NotByHand(UUID posting) implements AdjustmentRefusal, Refusal.Conflict {}

    /** The key was used before to ask for something else. */
    record ActDiffers(UUID request) implements AdjustmentRefusal, Refusal.Conflict {}

    /** What was asked is no longer what would be approved: it has become more. */
    record AmountChanged(long asked, long now) implements AdjustmentRefusal, Refusal.Conflict {}

    /** None of the numbers is a member's. */
    record NobodyToGrant(int numbers) implements AdjustmentRefusal, Refusal.Rule {}

    /** There is no such grant. */
    record UnknownGrant(UUID grant) implements AdjustmentRefusal, Refusal.Missing {}

    /** Only what was carried out to its end, or as far as it came, is taken back. */
    record GrantNotDone(UUID grant) implements AdjustmentRefusal, Refusal.Conflict {}

    /** The grant was taken back before, or is being. */
    record GrantUndone(UUID grant) implements AdjustmentRefusal, Refusal.Conflict {}
}
