package org.guildhall.ledger;

import org.guildhall.kernel.MemberId;

/** How much of what is asked about one member owns. */
public record CohortShare(MemberId member, long amount) {}
