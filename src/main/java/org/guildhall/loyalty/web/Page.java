package org.guildhall.loyalty.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which page of a list. */
record Page(
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    int size() {
        return limit == null ? 50 : limit;
    }
}
