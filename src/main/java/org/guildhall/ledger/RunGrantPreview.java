package org.guildhall.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.guildhall.kernel.MemberId;

/**
 * What taking back what a run gave finds.
 *
 * @param members to whom it gave
 * @param amount how much in all
 * @param whole members who still have all of it
 * @param partly members who have some of it
 * @param none members who have nothing of it
 * @param missing what is no longer there, over all of them
 * @param redeemers members who redeemed some of the asset since, who may have used it for that
 * @param redeemed how much they redeemed since
 * @param first the first of them
 */
@Schema(name = "RunGrantPreview")
public record RunGrantPreview(
        long members,
        long amount,
        long whole,
        long partly,
        long none,
        long missing,
        long redeemers,
        long redeemed,
        List<MemberId> first) {

    /** Copies the list. */
    public RunGrantPreview {
        first = List.copyOf(first);
    }
}
