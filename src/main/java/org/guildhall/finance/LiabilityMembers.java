package org.guildhall.finance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Asks whose points a figure of the report counts: of a month of issue or of expiry (its first day), or all of them. */
public record LiabilityMembers(
        @Nullable LocalDate asOf,
        @Nullable LocalDate issuedIn,
        @Nullable LocalDate expiresIn,
        @Nullable String cursor,
        @Nullable Integer limit) {}
