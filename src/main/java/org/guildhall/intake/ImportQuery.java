package org.guildhall.intake;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Which imports to list, newest first.
 *
 * @param source the business system they came from, exact
 * @param by part of the name of who uploaded them
 */
public record ImportQuery(
        @Nullable ImportState state,
        @Nullable ImportKind kind,
        @Nullable @Size(max = 40) String source,
        @Nullable @Size(max = 60) String by,

        @Parameter(description = "First day of the upload") @Nullable
        LocalDate from,

        @Parameter(description = "Last day of the upload") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    private static final int USUAL = 50;

    /** All of them, so many at a time. */
    public static ImportQuery all(int limit) {
        return new ImportQuery(null, null, null, null, null, null, null, limit);
    }

    /** The size of a page. */
    public int size() {
        return limit == null ? USUAL : limit;
    }
}
