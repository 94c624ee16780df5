package org.guildhall.cashback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which uses to list, the last recorded first; a member's own, or those of the stores within reach. */
public record CashbackUseQuery(
        @Nullable UUID member,
        @Nullable UUID store,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
