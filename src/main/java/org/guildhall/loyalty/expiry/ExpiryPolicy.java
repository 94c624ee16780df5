package org.guildhall.loyalty.expiry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.guildhall.policies.PolicyKind;
import org.jspecify.annotations.Nullable;

/** When the points of a purchase end; the version in force on the day of the purchase counts. */
public record ExpiryPolicy(@NotNull @Valid Validity points) {

    /** Points end with the year after the purchase. */
    public static final ExpiryPolicy DEFAULT = new ExpiryPolicy(new Validity.PeriodEnd(Period.YEAR, 1));

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<ExpiryPolicy> KIND =
            new PolicyKind<>("loyalty.expiry", ExpiryPolicy.class, DEFAULT, "4.3");

    /** A calendar period. */
    @Schema(enumAsRef = true, name = "ExpiryPeriod")
    public enum Period {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Period(int months) {
            this.months = months;
        }
    }

    /** How long points are valid. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Validity.Never.class, name = "never"),
        @JsonSubTypes.Type(value = Validity.Term.class, name = "term"),
        @JsonSubTypes.Type(value = Validity.PeriodEnd.class, name = "period-end"),
        @JsonSubTypes.Type(value = Validity.Rolling.class, name = "rolling")
    })
    @Schema(
            name = "PointsValidity",
            discriminatorProperty = "kind",
            oneOf = {Validity.Never.class, Validity.Term.class, Validity.PeriodEnd.class, Validity.Rolling.class},
            discriminatorMapping = {
                @DiscriminatorMapping(value = "never", schema = Validity.Never.class),
                @DiscriminatorMapping(value = "term", schema = Validity.Term.class),
                @DiscriminatorMapping(value = "period-end", schema = Validity.PeriodEnd.class),
                @DiscriminatorMapping(value = "rolling", schema = Validity.Rolling.class)
            })
    public sealed interface Validity {

        /** Points never end. */
        @Schema(name = "NeverExpires")
        record Never() implements Validity {}

        /** Points end so many months after the day of the purchase; the last valid day is the day before. */
        @Schema(name = "ExpiresAfterTerm")
        record Term(@Min(1) @Max(240) int months) implements Validity {}

        /** Points end with the calendar period that lies so many periods after that of the purchase. */
        @Schema(name = "ExpiresAtPeriodEnd")
        record PeriodEnd(
                @NotNull Period period, @Min(0) @Max(40) int periodsAfter) implements Validity {}

        /**
         * Points end with the month that lies so many months after the member's last purchase; each purchase that is not
         * given back entirely, made before they end, carries all of them on.
         */
        @Schema(name = "ExpiresWithoutActivity")
        record Rolling(@Min(1) @Max(240) int months) implements Validity {}
    }

    /** The first day on which points of a purchase on that day are no longer valid, further activity aside. */
    public @Nullable LocalDate expiresOn(LocalDate day) {
        return switch (points) {
            case Validity.Never ignored -> null;
            case Validity.Term(int months) -> day.plusMonths(months);
            case Validity.PeriodEnd(var period, int after) ->
                periodStart(day, period).plusMonths((long) period.months * (after + 1));
            case Validity.Rolling(int months) -> day.withDayOfMonth(1).plusMonths(months + 1L);
        };
    }

    private static LocalDate periodStart(LocalDate day, Period period) {
        int month = (day.getMonthValue() - 1) / period.months * period.months + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }
}
