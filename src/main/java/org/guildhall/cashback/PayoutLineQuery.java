package org.guildhall.cashback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which lines of payouts to list: the last payout first, in it the largest payment first. */
public record PayoutLineQuery(
        @Nullable UUID payout,
        @Nullable UUID member,
        @Nullable PayoutHeld held,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question for another page. */
    public PayoutLineQuery page(@Nullable String next, int size) {
        return new PayoutLineQuery(payout, member, held, next, size);
    }
}
