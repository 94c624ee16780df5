package org.guildhall.benefits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which grants to list, the last given first; a member's own, or everybody's for whom the actor's reach has no bounds. */
public record GrantQuery(
        @Nullable UUID member,
        GiveGrant.@Nullable Kind kind,
        @Nullable @Size(max = 40) String code,
        GrantView.@Nullable State state,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
