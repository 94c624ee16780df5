package org.guildhall.finance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.ledger.Closing;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish to close a month or to open it again: done, or asked of somebody.
 *
 * @param closing the act, when it is done
 * @param asked the request for approval, when it waits for one
 */
public record PeriodAnswer(
        @Nullable Closing closing, @Nullable Asked asked) {

    /** A request for approval and where it stands. */
    @Schema(name = "AskedPeriod")
    public record Asked(UUID request, ApprovalView.State state) {}
}
