package org.guildhall.adjustments;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which changes by hand to list, newest first. */
public record ByHandQuery(
        @Nullable UUID member,

        @Parameter(description = "Reference of who did it, staff:<id>") @Nullable @Size(max = 100)
        String actor,

        ChangePoints.@Nullable Kind kind,

        @Parameter(description = "Where those who did it hold or held a post: the unit or one below it") @Nullable
        UUID unit,

        @Parameter(description = "First business day") @Nullable
        LocalDate from,

        @Parameter(description = "Last business day") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    private static final int USUAL = 50;

    /** The size of a page. */
    public int size() {
        return limit == null ? USUAL : limit;
    }

    /** The same question, another page. */
    public ByHandQuery page(@Nullable String at, int size) {
        return new ByHandQuery(member, actor, kind, unit, from, to, at, size);
    }
}
