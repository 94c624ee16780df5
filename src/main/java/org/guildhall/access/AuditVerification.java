package org.guildhall.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param rows rows covered by seals
 * @param waiting rows not yet sealed
 * @param head hash of the last seal, in hexadecimal; noted elsewhere, it proves later that no end was cut off
 */
public record AuditVerification(
        boolean intact,
        long seals,
        long rows,
        long waiting,
        String head,
        @Nullable Break firstBreak,
        Instant verifiedAt) {

    /** Where the chain first breaks: the seal, and the row where it is one. */
    public record Break(
            BreakKind kind, @Nullable Long seal, @Nullable Long seq) {}

    /** How a link can be broken. */
    @Schema(enumAsRef = true)
    public enum BreakKind {
        /** A number is missing in the sequence of seals. */
        SEAL_MISSING,
        /** A seal does not name the hash of the one before it. */
        CHAIN_BROKEN,
        /** A seal's content does not fit its hash. */
        SEAL_ALTERED,
        /** A sealed row is gone. */
        ROW_MISSING,
        /** A sealed row says something else now. */
        ROW_ALTERED,
        /** A row is there that nobody sealed and that does not wait for it. */
        ROW_INSERTED;

        /** The transmitted word. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of a word. */
        @JsonCreator
        public static BreakKind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
