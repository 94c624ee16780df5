package org.guildhall.adjustments;

import java.util.List;
import org.guildhall.ledger.RunGrantPreview;
import org.guildhall.members.MemberRow;

/**
 * What undoing a grant would find.
 *
 * @param found how many still have all, part or nothing of it, and who redeemed points since
 * @param redeemers the first who redeemed since, as the reader may see them
 * @param needsConsent whether somebody else has to agree first
 */
public record GrantUndoPreview(RunGrantPreview found, List<MemberRow> redeemers, boolean needsConsent) {

    /** Copies the list. */
    public GrantUndoPreview {
        redeemers = List.copyOf(redeemers);
    }
}
