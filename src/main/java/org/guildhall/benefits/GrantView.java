package org.guildhall.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A plan assigned or a benefit given by hand, as it stands today.
 *
 * @param name of the plan or benefit today; its code if the catalogue no longer has it
 * @param lastDay absent where it has no end
 */
@Schema(name = "BenefitGrant")
public record GrantView(
        UUID id,
        MemberId member,
        GiveGrant.Kind kind,
        String code,
        String name,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        State state,
        String reason,
        Instant givenAt,
        String actor,
        @Nullable Revocation revocation) {

    /** How it was taken away. */
    @Schema(name = "BenefitGrantRevocation")
    public record Revocation(String reason, Instant at, String actor) {}

    /** Whether it entitles. */
    @Schema(name = "BenefitGrantState", enumAsRef = true)
    public enum State {
        /** From a later day on. */
        @JsonProperty("upcoming")
        UPCOMING,
        /** Today. */
        @JsonProperty("running")
        RUNNING,
        /** Its last day is over. */
        @JsonProperty("over")
        OVER,
        /** It was taken away. */
        @JsonProperty("revoked")
        REVOKED;

        /** The code in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
