package org.guildhall.benefits;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often one member may use a benefit. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Quota.Limited.class, name = "limited"),
    @JsonSubTypes.Type(value = Quota.Unlimited.class, name = "unlimited")
})
@Schema(
        name = "BenefitQuota",
        discriminatorProperty = "kind",
        oneOf = {Quota.Limited.class, Quota.Unlimited.class},
        discriminatorMapping = {
            @DiscriminatorMapping(value = "limited", schema = Quota.Limited.class),
            @DiscriminatorMapping(value = "unlimited", schema = Quota.Unlimited.class)
        })
public sealed interface Quota {

    /** So many times in each period. */
    @Schema(name = "LimitedBenefitQuota")
    record Limited(@Min(1) @Max(10_000) int times, @NotNull Period period) implements Quota {}

    /** As often as they like. */
    @Schema(name = "UnlimitedBenefitQuota")
    record Unlimited() implements Quota {}

    /** The most in a period; absent without a limit. */
    default @Nullable Integer most() {
        return this instanceof Limited limited ? limited.times : null;
    }

    /** The period's code; {@code none} without a limit. */
    default String periodCode() {
        return this instanceof Limited limited ? limited.period.code() : "none";
    }

    /** From when to when uses are counted together. */
    @Schema(enumAsRef = true, name = "BenefitPeriod")
    enum Period {
        /** A business day. */
        DAY,
        /** Monday to Sunday. */
        WEEK,
        /** A calendar month. */
        MONTH,
        /** A quarter of the calendar year. */
        QUARTER,
        /** A calendar year. */
        YEAR,
        /** From one anniversary of joining to the next. */
        MEMBERSHIP_YEAR,
        /** The days around a birthday. */
        BIRTHDAY,
        /** Once and for all. */
        EVER;

        /** The code in the database and in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
