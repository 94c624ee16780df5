package org.guildhall.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job as shown: state, progress and outcome. */
public record JobView(
        JobId id,
        String kind,
        State state,
        long done,
        long total,
        String actor,
        String actorName,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Map<String, Object> result,
        @Nullable Map<String, Object> failure) {

    /** Where a job stands. */
    @Schema(enumAsRef = true, name = "JobState")
    public enum State {
        /** Not started yet. */
        WAITING,
        /** At work, or to be resumed. */
        RUNNING,
        /** Ended well. */
        DONE,
        /** Stopped by a refusal or a fault. */
        FAILED,
        /** Stopped because somebody asked. */
        CANCELLED
    }
}
