package org.guildhall.loyalty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which occasions: those of one member, of a kind or of all; newest first. */
public record OccasionQuery(
        @Nullable MemberId member,
        @Nullable OccasionKind kind,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
