package org.guildhall.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/** Which uses to list, the last recorded first; a member's own, or those of the stores within reach. */
public record UseQuery(
        @Nullable UUID member,
        @Nullable @Size(max = 40) String benefit,

        @Parameter(description = "The member's tier then") @Nullable @Size(max = 40)
        String tier,

        @Nullable UUID store,
        @Nullable State state,

        @Parameter(description = "Used on this day or later") @Nullable
        LocalDate from,

        @Parameter(description = "Used on this day or earlier") @Nullable
        LocalDate to,

        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** Whether it stands. */
    @Schema(name = "BenefitUseState", enumAsRef = true)
    public enum State {
        /** It counts. */
        @JsonProperty("standing")
        STANDING,
        /** It was taken back. */
        @JsonProperty("taken-back")
        TAKEN_BACK
    }

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }

    /** The same question for another page. */
    public UseQuery page(@Nullable String next, int size) {
        return new UseQuery(member, benefit, tier, store, state, from, to, next, size);
    }
}
