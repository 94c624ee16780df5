package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which products to list, newest first. */
public record ProductQuery(
        ProductView.@Nullable State state,

        @Parameter(description = "Sold and used there") @Nullable
        UUID store,

        @Parameter(description = "Part of the name") @Nullable @Size(max = 60)
        String text,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
