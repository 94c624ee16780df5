package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which cards to list, the last sold first; a member's own, or those sold at the stores within reach. */
public record CardQuery(
        @Nullable UUID member,
        @Nullable UUID product,

        @Parameter(description = "Where it was sold") @Nullable
        UUID store,

        CardView.@Nullable State state,

        @Parameter(description = "Sold on this day or later") @Nullable
        LocalDate from,

        @Parameter(description = "Sold on this day or earlier") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question for another page. */
    public CardQuery page(@Nullable String next, int size) {
        return new CardQuery(member, product, store, state, from, to, next, size);
    }
}
