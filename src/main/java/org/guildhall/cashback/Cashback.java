package org.guildhall.cashback;

import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.guildhall.platform.RunView;

/** What purchases bring back, what of it waits and what was credited, and why. */
public interface Cashback {

    /** What waits for a member, what there is to spend, and what is owed. */
    CashbackStanding of(MemberId member);

    /** One page of rebates within reach, the last recorded first. */
    Slice<RebateView> rebates(RebateQuery query);

    /** One rebate with every step, every credit, and why it is what it is. */
    RebateDetail get(UUID rebate);

    /** Writes a list of rebates to a file; the job's result names it. */
    JobView export(ExportRebates command);

    /** What settling through a day would credit. */
    SettlementPreview preview(LocalDate through);

    /** Credits what is due through a day, in the background; done again, it changes nothing. */
    JobView settle(SettleRebates command);

    /** One page of the settlements there were, the last first. */
    Slice<RunView> settlements(SettlementQuery query);
}
