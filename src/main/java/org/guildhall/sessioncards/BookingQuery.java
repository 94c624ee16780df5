package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which bookings to list, in the order of their time; a member's own, or those of the stores within reach. */
public record BookingQuery(
        @Nullable UUID member,
        @Nullable UUID card,
        @Nullable UUID store,
        @Nullable UUID staff,
        BookingView.@Nullable State state,

        @Parameter(description = "On this day or later") @Nullable
        LocalDate from,

        @Parameter(description = "On this day or earlier") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question for another page. */
    public BookingQuery page(@Nullable String next, int size) {
        return new BookingQuery(member, card, store, staff, state, from, to, next, size);
    }
}
