package org.guildhall.benefits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A benefit a member is entitled to today: why, what is left of it, and what stands in the way of using it now.
 *
 * @param version of the catalogue that says so
 */
@Schema(name = "Entitlement")
public record EntitlementView(
        String benefit,
        String name,
        BenefitKind kind,
        Offer offer,
        String clause,
        int version,
        boolean needsCode,
        List<Ground> grounds,
        Left left,
        @Nullable Hindrance hindrance) {

    /** What entitles to benefits. */
    @Schema(name = "EntitlementGroundKind", enumAsRef = true)
    public enum By {
        /** The member's tier. */
        @JsonProperty("tier")
        TIER,
        /** A plan the member is assigned to. */
        @JsonProperty("plan")
        PLAN,
        /** A grant to the member alone. */
        @JsonProperty("person")
        PERSON;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the code. */
        public static By of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Why the member is entitled.
     *
     * @param code of the tier or plan; of a personal grant the benefit's
     * @param name of the plan; absent otherwise
     * @param grant the assignment or grant; absent for a tier
     */
    @Schema(name = "EntitlementGround")
    public record Ground(
            By by,
            String code,
            @Nullable String name,
            @Nullable UUID grant,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String reason) {}

    /**
     * How often it was and may be used in the present period.
     *
     * @param period its code; {@code none} without a limit
     * @param firstDay of the period; absent when it has none
     * @param most absent without a limit
     */
    @Schema(name = "EntitlementLeft")
    public record Left(
            String period,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            int used,
            @Nullable Integer most,
            @Nullable Integer left) {}

    /**
     * Why it cannot be used now.
     *
     * @param nextDay first day on which it can be used again; absent where nobody knows
     */
    @Schema(name = "EntitlementHindrance")
    public record Hindrance(Why why, @Nullable LocalDate nextDay) {}

    /** What stands in the way. */
    @Schema(name = "EntitlementHindranceKind", enumAsRef = true)
    public enum Why {
        /** Used as often as the quota allows. */
        @JsonProperty("used-up")
        USED_UP,
        /** It is not the time around the birthday. */
        @JsonProperty("not-the-birthday")
        NOT_THE_BIRTHDAY,
        /** The birthday is not known. */
        @JsonProperty("birthday-unknown")
        BIRTHDAY_UNKNOWN,
        /** The membership is not active. */
        @JsonProperty("member-not-active")
        MEMBER_NOT_ACTIVE
    }
}
