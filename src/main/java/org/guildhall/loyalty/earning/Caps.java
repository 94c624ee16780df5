package org.guildhall.loyalty.earning;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The most points a member can earn by one purchase, on one day, in one calendar month; absent means no cap.
 *
 * <p>A cap counts what was granted less what returns had taken back when the purchase was made.
 */
public record Caps(
        @Nullable @Min(0) Long perPurchase,
        @Nullable @Min(0) Long perDay,
        @Nullable @Min(0) Long perMonth) {

    /** No caps. */
    public static final Caps NONE = new Caps(null, null, null);
}
