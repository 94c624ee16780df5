package org.guildhall.prepaid;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which movements to list, newest first. */
public record MovementQuery(
        @Nullable MovementKind kind,
        @Nullable PaymentMethod method,
        @Nullable UUID member,
        @Nullable UUID store,
        @Nullable Boolean noticed,

        @Parameter(description = "First business day") @Nullable
        LocalDate from,

        @Parameter(description = "Last business day") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question, another page. */
    public MovementQuery page(@Nullable String at, int size) {
        return new MovementQuery(kind, method, member, store, noticed, from, to, at, size);
    }
}
