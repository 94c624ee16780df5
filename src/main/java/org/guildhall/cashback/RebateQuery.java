package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which rebates to list, the last recorded first; those for a member, or those of the stores within reach. */
public record RebateQuery(
        @Parameter(description = "Whom it is for") @Nullable UUID member,
        @Parameter(description = "Who bought") @Nullable UUID buyer,
        @Nullable RebateKind kind,
        @Nullable RebateState state,
        @Nullable UUID store,

        @Parameter(description = "How the purchase's number begins") @Nullable @Size(max = 100)
        String number,

        @Parameter(description = "Bought on this day or later") @Nullable
        LocalDate from,

        @Parameter(description = "Bought on this day or earlier") @Nullable
        LocalDate to,

        @Parameter(description = "First credited by this settlement or changed by it") @Nullable
        UUID run,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question for another page. */
    public RebateQuery page(@Nullable String next, int size) {
        return new RebateQuery(member, buyer, kind, state, store, number, from, to, run, next, size);
    }
}
