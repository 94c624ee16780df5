package org.guildhall.adjustments;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.ledger.Asset;
import org.jspecify.annotations.Nullable;

/**
 * Changes a member's points (or another asset) by hand, for a stated reason.
 *
 * <p>A grant or a spend has an amount above zero; an adjustment may also take, with an amount below zero. Only what is given
 * can have an expiry, which must lie after today.
 */
public record ChangePoints(
        long amount,
        @NotNull Kind kind,
        @Nullable LocalDate expiresOn,
        @NotBlank @Size(max = 200) String reason,
        @Nullable Asset asset) {

    /** What sort of change it is. */
    @Schema(enumAsRef = true)
    public enum Kind {
        /** Gives. */
        @JsonProperty("grant")
        GRANT,
        /** Takes, as a redemption. */
        @JsonProperty("spend")
        SPEND,
        /** Sets something right, up or down. */
        @JsonProperty("adjust")
        ADJUST
    }
}
