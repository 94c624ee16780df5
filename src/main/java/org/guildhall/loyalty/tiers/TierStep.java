package org.guildhall.loyalty.tiers;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of a tier history: from the instant on, the member was on this tier, for this reason. */
public record TierStep(
        Instant at,
        @Nullable String from,
        String to,
        Reason reason,
        int version,
        @Nullable UUID fact) {

    /** Why a tier changed or was confirmed. */
    public enum Reason {
        JOINED,
        UPGRADE,
        REVIEW_KEPT,
        REVIEW_DOWN,
        REVIEW_POSTPONED,
        RETURN,
        GRANTED,
        GRANT_ENDED,
        STANDARD_CHANGED;

        /** The code in tables and on screens. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads a code. */
        public static Reason of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
