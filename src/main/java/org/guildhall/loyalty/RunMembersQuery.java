package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which members of a run to list. */
public record RunMembersQuery(
        @Parameter(description = "Only members whose tier changed; of no matter for expiry") @Nullable
        Boolean moved,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
