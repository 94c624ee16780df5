package org.guildhall.cashback;

import java.time.YearMonth;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/**
 * Commissions paid out: proposed for a month from what is due and no longer can come back, approved as the authority table has
 * it, booked with the last yes. What goods that come back afterwards take with them is a debt that the next payout sets off. It
 * concerns the whole company. Each write takes the caller's key: the same key does it once. Tax is neither computed nor withheld.
 */
public interface CommissionPayouts {

    /** The most promoters of one payout, those with most due first; the others are paid by the next. */
    int MOST_PROMOTERS = 5_000;

    /** What a payout for a month would propose now. */
    PayoutPreview preview(YearMonth month);

    /** Proposes it; paid before this returns where nobody else has to agree. One payout waits at a time; one sent back gives way. */
    PayoutView propose(ProposePayout command, String key);

    /** One page of payouts, the last proposed first. */
    Slice<PayoutView> list(PayoutQuery query);

    /** One payout. */
    PayoutView get(UUID payout);

    /** One page of what payouts proposed for promoters, and what was paid. */
    Slice<PayoutLineView> lines(PayoutLineQuery query);

    /** Takes payments back that did not reach whom they were for, or asks for it; what they were is due again. */
    ReversalAnswer reverse(UUID payout, ReversePayout command, String key);

    /** Writes lines of payouts to a file; the job's result names it. */
    JobView export(ExportPayoutLines command);
}
