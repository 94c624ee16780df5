package org.guildhall.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as shown.
 *
 * @param subject what it ran over (an asset), or empty
 * @param items lots or tiers it moved
 * @param amount value it moved, in the smallest unit of the subject
 * @param undoes the run it undoes
 * @param until the day that what it undid holds until
 * @param undoneBy the run that undoes it
 */
public record RunView(
        UUID id,
        String kind,
        String subject,
        LocalDate through,
        State state,
        String actor,
        String actorName,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long millis,
        long members,
        long items,
        long amount,
        @Nullable String failure,
        @Nullable UUID undoes,
        @Nullable LocalDate until,
        @Nullable String reason,
        @Nullable UUID undoneBy) {

    /** Where a run stands. */
    @Schema(enumAsRef = true, name = "RunState")
    public enum State {
        /** At work. */
        @JsonProperty("running")
        RUNNING,
        /** Ended well. */
        @JsonProperty("done")
        DONE,
        /** Stopped by a refusal or a fault; what it moved until then stays. */
        @JsonProperty("failed")
        FAILED,
        /** Its process ended; the next run does the rest. */
        @JsonProperty("cut-short")
        CUT_SHORT
    }
}
