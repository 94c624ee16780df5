package org.guildhall.mall;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which rewards to list, newest first. */
public record RewardQuery(
        RewardView.@Nullable State state,
        RewardView.@Nullable Kind kind,

        @Parameter(description = "Part of the code or of a name") @Nullable @Size(max = 60)
        String text,

        @Parameter(description = "Only what can be redeemed now") @Nullable
        Boolean redeemable,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
