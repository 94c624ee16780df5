package org.guildhall.adjustments;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** One page of something, after a cursor. */
public record GrantQuery(
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    private static final int USUAL = 50;

    /** The size of a page. */
    public int size() {
        return limit == null ? USUAL : limit;
    }
}
