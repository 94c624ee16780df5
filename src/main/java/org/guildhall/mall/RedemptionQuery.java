package org.guildhall.mall;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which redemptions to list, newest first. */
public record RedemptionQuery(
        RedemptionView.@Nullable State state,
        @Nullable UUID member,
        @Nullable UUID reward,
        @Nullable UUID store,

        @Parameter(description = "First day of the order") @Nullable
        LocalDate from,

        @Parameter(description = "Last day of the order") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question, another page. */
    public RedemptionQuery page(@Nullable String at, int size) {
        return new RedemptionQuery(state, member, reward, store, from, to, at, size);
    }
}
