package org.guildhall.loyalty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which simulations: those of one kind of policy, or of all. */
public record SimulationQuery(
        @Nullable @Size(max = 60) String policy,
        @Nullable @Size(max = 400) String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
