package org.guildhall.cashback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which steps to list: of a customer, or those that bound customers to a promoter; one of the two is needed. */
public record BondQuery(
        @Nullable UUID customer,
        @Nullable UUID promoter,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
