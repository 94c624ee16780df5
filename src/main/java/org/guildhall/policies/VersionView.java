package org.guildhall.policies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A published version; version 0 is the built-in default, which nobody wrote or published. */
public record VersionView(
        String kind,
        int version,
        State state,
        LocalDate effectiveFrom,
        String clause,
        Map<String, Object> body,
        @Nullable String reason,
        @Nullable String draftedBy,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason) {

    /** Where a version stands today. */
    @Schema(name = "PolicyVersionState", enumAsRef = true)
    public enum State {
        /** Decides today. */
        IN_FORCE,
        /** Will decide from its first day on. */
        UPCOMING,
        /** Decided once. */
        FORMER,
        /** Was taken back before its first day. */
        WITHDRAWN;

        /** The transmitted word. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The state of a word. */
        @JsonCreator
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
