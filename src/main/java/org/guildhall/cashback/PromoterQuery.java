package org.guildhall.cashback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which promoters to list, the last enrolled first. */
public record PromoterQuery(
        @Nullable UUID member,
        @Nullable State state,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** Whether they are one. */
    @Schema(name = "PromoterState", enumAsRef = true)
    public enum State {
        /** They are. */
        @JsonProperty("active")
        ACTIVE,
        /** They were. */
        @JsonProperty("ended")
        ENDED
    }

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question for another page. */
    public PromoterQuery page(@Nullable String next, int size) {
        return new PromoterQuery(member, state, next, size);
    }
}
