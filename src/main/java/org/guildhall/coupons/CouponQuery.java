package org.guildhall.coupons;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which coupons to list, the last issued first; a member's own, or those of the batches and stores within reach. */
public record CouponQuery(
        @Nullable UUID member,
        @Nullable UUID batch,
        CouponView.@Nullable State state,

        @Parameter(description = "Where they were used") @Nullable
        UUID store,

        @Parameter(description = "The whole code") @Nullable @Size(max = 40)
        String code,

        @Parameter(description = "Issued on this day or later") @Nullable
        LocalDate from,

        @Parameter(description = "Issued on this day or earlier") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question about one member's. */
    public CouponQuery of(UUID holder) {
        return new CouponQuery(holder, batch, state, store, code, from, to, cursor, limit);
    }

    /** The same question for another page. */
    public CouponQuery page(@Nullable String next, int size) {
        return new CouponQuery(member, batch, state, store, code, from, to, next, size);
    }
}
