package org.guildhall.cashback;

import java.time.YearMonth;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.jspecify.annotations.Nullable;

/**
 * Members who recommend others: enrolled with their consent, bound to whom they brought first, paid for goods alone. Each write takes
 * the caller's key: the same key does it once.
 */
public interface Promoters {

    /** Enrols a member who agreed to the terms. */
    PromoterView enrol(EnrolPromoter command, String key);

    /** Ends it from now on; what was bought until then still counts. */
    PromoterView end(MemberId promoter, EndPromoter command, String key);

    /** Binds a customer to who recommended them first. */
    BondView recommend(Recommend command, String key);

    /** Changes or ends a bond by authority, from now on and for a reason. */
    BondView rebind(MemberId customer, Rebind command, String key);

    /** One page of promoters within reach, the last enrolled first. */
    Slice<PromoterView> list(PromoterQuery query);

    /** One page of the steps that bound customers, the last recorded first. */
    Slice<BondView> bonds(BondQuery query);

    /** Writes a list of promoters to a file; the job's result names it. */
    JobView export(ExportPromoters command);

    /** What a promoter's recommendations brought in a month, and what of it was paid out. */
    CommissionStatement statement(UUID promoter, YearMonth month, @Nullable String cursor);
}
