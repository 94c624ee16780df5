package org.guildhall.coupons;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which batches to list, newest first. */
public record BatchQuery(
        BatchView.@Nullable State state,
        @Nullable CouponKind kind,

        @Parameter(description = "Part of the code or of the name") @Nullable @Size(max = 60)
        String text,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
