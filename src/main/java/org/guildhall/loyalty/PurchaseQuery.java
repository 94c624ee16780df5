package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Which purchases: of a member, of a store, by the beginning of their number, from the first to the last day; newest first. */
public record PurchaseQuery(
        @Nullable MemberId member,
        @Nullable UnitId store,

        @Parameter(description = "How the receipt's number begins") @Nullable @Size(max = 200)
        String number,

        @Parameter(description = "First day") @Nullable LocalDate from,

        @Parameter(description = "Last day") @Nullable LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
