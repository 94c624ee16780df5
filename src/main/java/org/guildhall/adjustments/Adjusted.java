package org.guildhall.adjustments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.ledger.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change by hand: done, or asked of somebody.
 *
 * @param receipt what was booked, when it is done and moved value
 * @param asked the request for approval, when there is one under this key
 */
public record Adjusted(@Nullable Receipt receipt, @Nullable Asked asked) {

    /** A request for approval and where it stands. */
    @Schema(name = "AskedAdjustment")
    public record Asked(UUID request, ApprovalView.State state) {}

    /** Done, with its receipt. */
    public static Adjusted done(@Nullable Receipt receipt) {
        return new Adjusted(receipt, null);
    }

    /** Asked for. */
    public static Adjusted asked(ApprovalView request) {
        return new Adjusted(null, new Asked(request.id(), request.state()));
    }

    /** Whether the change is still to be decided. */
    public boolean open() {
        return asked != null
                && (asked.state == ApprovalView.State.PENDING || asked.state == ApprovalView.State.RETURNED);
    }
}
