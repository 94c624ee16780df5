package org.guildhall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks who owned what was outstanding of an asset at an instant, of one month of issue or one month of expiry, or of both.
 *
 * @param issuedIn first day of the month of issue; absent for all
 * @param expiresIn first day of the month of the last valid day; absent for all
 */
public record CohortQuery(
        Asset asset,
        Instant before,
        @Nullable LocalDate issuedIn,
        @Nullable LocalDate expiresIn,
        @Nullable String cursor,
        int limit) {}
