package org.guildhall.ledger;

import java.time.Instant;
import java.util.List;
import org.guildhall.kernel.Slice;

/**
 * Tells what the company owes to all members together, as of any instant, by what had occurred until then as it is known now.
 * For code: the module that shows it checks who may.
 */
public interface Outstanding {

    /** Every asset that ever moved. */
    List<AssetStanding> standing(Instant before);

    /** The cohorts of an asset, by month of issue and of expiry. */
    List<Cohort> cohorts(Asset asset, Instant before);

    /** Whose it is, the largest first. */
    Slice<CohortShare> members(CohortQuery query);
}
