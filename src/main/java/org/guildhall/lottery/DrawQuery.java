package org.guildhall.lottery;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which draws to list, the latest first; a member's own, or those of the stores within reach. */
public record DrawQuery(
        @Nullable UUID lottery,
        @Nullable UUID member,
        DrawView.@Nullable State state,

        @Parameter(description = "The code of the prize given") @Nullable @Size(max = 32)
        String prize,

        @Parameter(description = "Only prizes whose winning is made public") @Nullable
        Boolean announced,

        @Nullable UUID store,

        @Parameter(description = "Drawn on this day or later") @Nullable
        LocalDate from,

        @Parameter(description = "Drawn on this day or earlier") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question for another page. */
    public DrawQuery page(@Nullable String next, int size) {
        return new DrawQuery(lottery, member, state, prize, announced, store, from, to, next, size);
    }
}
