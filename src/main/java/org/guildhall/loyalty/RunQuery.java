package org.guildhall.loyalty;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.ExpiryRuns;
import org.guildhall.loyalty.review.Reviews;
import org.guildhall.loyalty.warnings.Warnings;
import org.jspecify.annotations.Nullable;

/** Which runs to list, newest first. */
public record RunQuery(
        @Nullable Kind kind,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {

    /** What runs. */
    @Schema(enumAsRef = true, name = "RunKind")
    public enum Kind {
        /** Points whose time is over. */
        @JsonProperty("expiry")
        EXPIRY(ExpiryRuns.KIND, ExpiryRuns.UNDO),
        /** Tiers whose review is due. */
        @JsonProperty("review")
        REVIEW(Reviews.KIND, Reviews.UNDO),
        /** Whoever is due a warning; what was planned is in the outbox. */
        @JsonProperty("warning")
        WARNING(Warnings.KIND, null);

        private final String run;
        private final @Nullable String undo;

        Kind(String run, @Nullable String undo) {
            this.run = run;
            this.undo = undo;
        }

        /** The kinds of runs, that of undoing last where they can be undone. */
        public List<String> runs() {
            return undo == null ? List.of(run) : List.of(run, undo);
        }
    }

    /** The size of a page. */
    public int size() {
        return limit == null ? 50 : limit;
    }
}
