package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Shortage;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger should hold for one fact: granted by a purchase (above zero) or taken back by a return (below zero).
 *
 * @param at the time of the fact, which is when it counts
 * @param expiresOn first day on which these points are no longer valid; absent for ever
 * @param shortage who bears what is no longer there when something is taken back
 * @param version of the earning policy that decided the amounts
 * @param store of the purchase, if it names one
 */
public record Award(
        UUID fact,
        boolean returned,
        Instant at,
        long points,
        long growth,
        @Nullable LocalDate expiresOn,
        Shortage shortage,
        int version,
        @Nullable UnitId store) {}
