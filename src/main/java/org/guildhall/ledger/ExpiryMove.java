package org.guildhall.ledger;

import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * What a run did to one member's account.
 *
 * @param lots how many lots
 * @param expiresOn the first of their days of expiry
 * @param until the new day of expiry, where they were given back
 * @param amount change of the balance
 * @param before balance before, as known then
 * @param after balance after, as known then
 */
public record ExpiryMove(
        MemberId member,
        Asset asset,
        int lots,
        LocalDate expiresOn,
        @Nullable LocalDate until,
        long amount,
        long before,
        long after) {}
