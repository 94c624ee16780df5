package org.guildhall.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What benefits cost, by one of four things, store by store if wanted, at the stores within reach; uses that were taken back cost nothing. */
public record CostQuery(
        @NotNull By by,

        @Parameter(description = "Each of them store by store") @Nullable
        Boolean eachStore,

        @Nullable @Size(max = 40) String benefit,
        @Nullable @Size(max = 40) String tier,
        @Nullable UUID store,

        @Parameter(description = "Used on this day or later") @Nullable
        LocalDate from,

        @Parameter(description = "Used on this day or earlier") @Nullable
        LocalDate to) {

    /** Whether each row is told store by store; by store it is anyway. */
    public boolean split() {
        return Boolean.TRUE.equals(eachStore) && by != By.STORE;
    }

    /** By what it is added up. */
    @Schema(name = "BenefitCostBy", enumAsRef = true)
    public enum By {
        /** The benefit. */
        @JsonProperty("benefit")
        BENEFIT,
        /** The member's tier then. */
        @JsonProperty("tier")
        TIER,
        /** The store. */
        @JsonProperty("store")
        STORE,
        /** The month of the use. */
        @JsonProperty("month")
        MONTH
    }
}
