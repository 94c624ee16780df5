package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/** One rebate with everything that ever became of it. */
@Schema(name = "RebateDetail")
public record RebateDetail(RebateView rebate, List<Step> steps, List<Credit> credits, Explanation why) {

    /**
     * A step of one line.
     *
     * @param line of the purchase, from 1; 0 where it has no lines
     * @param base what stayed of the line
     * @param change what was earned, or reversed if below zero
     * @param total what the line brings from then on
     */
    @Schema(name = "RebateStep")
    public record Step(
            int line,
            int step,
            Cause cause,
            String rate,
            int basisPoints,
            Money base,
            Money change,
            Money total,
            Instant recordedAt) {}

    /** Why a line's share changed. */
    @Schema(name = "RebateCause", enumAsRef = true)
    public enum Cause {
        /** It was bought. */
        @com.fasterxml.jackson.annotation.JsonProperty("earned")
        EARNED,
        /** Some of it came back. */
        @com.fasterxml.jackson.annotation.JsonProperty("returned")
        RETURNED,
        /** A fact was learnt late, or made room under a cap. */
        @com.fasterxml.jackson.annotation.JsonProperty("corrected")
        CORRECTED
    }

    /**
     * A booking.
     *
     * @param change credited, or clawed back if below zero
     * @param run the settlement; absent for what followed a return after it
     */
    @Schema(name = "RebateCredit")
    public record Credit(
            int step,
            Money change,
            Money total,
            UUID posting,
            @Nullable UUID run,
            Instant occurredAt,
            Instant recordedAt,
            String actor) {}
}
