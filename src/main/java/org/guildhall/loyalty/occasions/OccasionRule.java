package org.guildhall.loyalty.occasions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.guildhall.loyalty.OccasionKind;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of occasion brings, and how many of the kind bring it; beyond, an occasion is recorded and brings nothing.
 *
 * @param tierMultiplier whether the points are multiplied as the member's tier is, fractions dropped
 * @param perDay the most that count on one day
 * @param perMonth the most that count in one calendar month
 * @param ever the most that ever count
 */
public record OccasionRule(
        @NotNull OccasionKind kind,
        @Min(0) @Max(MOST) long points,
        @Min(0) @Max(MOST) long growth,
        boolean tierMultiplier,
        @Nullable @Min(1) @Max(MOST) Integer perDay,
        @Nullable @Min(1) @Max(MOST) Integer perMonth,
        @Nullable @Min(1) @Max(MOST) Integer ever) {

    static final int MOST = 1_000_000;
}
