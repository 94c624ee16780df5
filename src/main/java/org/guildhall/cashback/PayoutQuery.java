package org.guildhall.cashback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which payouts to list, the last proposed first. */
public record PayoutQuery(
        @Nullable PayoutState state,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
