package org.guildhall.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Assigns a member to a plan, or gives a benefit to a member alone.
 *
 * @param code of the plan or benefit
 * @param firstDay today unless given; never earlier
 * @param lastDay a grant to a person has one
 */
public record GiveGrant(
        @NotNull MemberId member,
        @NotNull Kind kind,
        @NotBlank @Size(max = 40) String code,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @NotBlank @Size(max = 300) String reason) {

    /** What is given. */
    @Schema(name = "BenefitGrantKind", enumAsRef = true)
    public enum Kind {
        /** A place in a plan. */
        @JsonProperty("plan")
        PLAN,
        /** One benefit. */
        @JsonProperty("person")
        PERSON;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
