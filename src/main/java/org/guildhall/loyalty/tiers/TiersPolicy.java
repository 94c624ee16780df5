package org.guildhall.loyalty.tiers;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guildhall.policies.PolicyKind;
import org.jspecify.annotations.Nullable;

/**
 * The ladder and how members climb and leave it. Who reaches a tier's threshold within the window rises at once; each tier
 * is valid for a time and then reviewed.
 *
 * @param ladder tiers from the entry tier (threshold 0) up
 * @param measure what thresholds count
 * @param formula how the score is made up; there if and only if the measure is the formula
 * @param window over which it is counted
 * @param validity how long a tier gained or kept is certain
 * @param review what happens when a member falls short at the review
 * @param graceDays days after the review in which what is missing can still be made up
 * @param introduction what a changed standard does to tiers held when it comes into force
 */
public record TiersPolicy(
        @NotEmpty @Size(max = 20) List<@Valid @NotNull Tier> ladder,
        @NotNull Measure measure,
        @Nullable @Size(max = 4) List<@Valid @NotNull Term> formula,
        @NotNull @Valid Window window,
        @NotNull @Valid Validity validity,
        @NotNull Review review,
        @Min(0) @Max(366) int graceDays,
        @NotNull Introduction introduction) {

    /** 普通 · 银 · 金 · 钻石 by growth value over twelve months, valid for a year, one down at review. */
    public static final TiersPolicy DEFAULT = new TiersPolicy(
            List.of(
                    new Tier("regular", "普通", 0, BigDecimal.ONE),
                    new Tier("silver", "银", 1_000, new BigDecimal("1.1")),
                    new Tier("gold", "金", 5_000, new BigDecimal("1.25")),
                    new Tier("diamond", "钻石", 20_000, new BigDecimal("1.5"))),
            Measure.GROWTH,
            new Window.RollingMonths(12),
            new Validity.Months(12),
            Review.ONE_DOWN,
            0,
            Introduction.AT_ONCE);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<TiersPolicy> KIND =
            new PolicyKind<>("loyalty.tiers", TiersPolicy.class, DEFAULT, "4.2", LadderChecks::broken);

    public TiersPolicy {
        ladder = List.copyOf(ladder);
        formula = formula == null ? null : List.copyOf(formula);
    }

    /** A ladder by one measure alone. */
    public TiersPolicy(
            List<Tier> ladder,
            Measure measure,
            Window window,
            Validity validity,
            Review review,
            int graceDays,
            Introduction introduction) {
        this(ladder, measure, null, window, validity, review, graceDays, introduction);
    }

    /**
     * One tier.
     *
     * @param name as shown; screens translate the default codes
     * @param threshold in the measure's unit; the measure spend is counted in the smallest unit of money
     * @param multiplier of base points
     */
    @Schema(name = "LadderTier")
    public record Tier(
            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 40)
            String code,

            @NotNull @Size(min = 1, max = 40) String name,
            @Min(0) @Max(1_000_000_000_000_000L) long threshold,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
            BigDecimal multiplier) {}

    /**
     * One part of a formula.
     *
     * @param weight what one of it adds to the score; of spend, one main unit of the base currency (a yuan)
     */
    @Schema(name = "FormulaTerm")
    public record Term(
            @NotNull Counted measure,

            @NotNull @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 3)
            BigDecimal weight) {}

    /** What qualifies for tiers; all are net of returns. */
    @Schema(enumAsRef = true, name = "TierMeasure")
    public enum Measure {
        /** Growth value earned. */
        GROWTH,
        /** Money spent, in the smallest unit of the base currency. */
        SPEND,
        /** Purchases not given back entirely. */
        VISITS,
        /** Points earned by purchases, never the balance. */
        POINTS,
        /** A score of several of these, each with a weight. */
        FORMULA
    }

    /** What a member who falls short at review becomes. */
    @Schema(enumAsRef = true, name = "TierReview")
    public enum Review {
        /** Keeps the tier: what was reached is never lost, at a new standard neither. */
        KEEP,
        /** Goes one tier down. */
        ONE_DOWN,
        /** Takes the tier that the window supports. */
        RECOMPUTE
    }

    /** What a changed ladder, measure or window does to tiers already held. */
    @Schema(enumAsRef = true, name = "TierIntroduction")
    public enum Introduction {
        /** Every member takes the tier that the better of two periods reaches: the one that gave the tier, and the present. */
        AT_ONCE,
        /** Tiers held stay until their review; who qualifies for more rises at once. */
        AT_REVIEW
    }

    /** Over which time purchases count. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Window.RollingMonths.class, name = "rolling-months"),
        @JsonSubTypes.Type(value = Window.CalendarYear.class, name = "calendar-year"),
        @JsonSubTypes.Type(value = Window.Anniversary.class, name = "anniversary"),
        @JsonSubTypes.Type(value = Window.Lifetime.class, name = "lifetime")
    })
    @Schema(
            name = "TierWindow",
            discriminatorProperty = "kind",
            oneOf = {
                Window.RollingMonths.class,
                Window.CalendarYear.class,
                Window.Anniversary.class,
                Window.Lifetime.class
            },
            discriminatorMapping = {
                @DiscriminatorMapping(value = "rolling-months", schema = Window.RollingMonths.class),
                @DiscriminatorMapping(value = "calendar-year", schema = Window.CalendarYear.class),
                @DiscriminatorMapping(value = "anniversary", schema = Window.Anniversary.class),
                @DiscriminatorMapping(value = "lifetime", schema = Window.Lifetime.class)
            })
    public sealed interface Window {
        /** The last so many months, to the day. */
        @Schema(name = "RollingWindow")
        record RollingMonths(@Min(1) @Max(120) int months) implements Window {}

        /** The calendar year. */
        @Schema(name = "CalendarYearWindow")
        record CalendarYear() implements Window {}

        /** The year of membership, from one anniversary of joining to the next. */
        @Schema(name = "AnniversaryWindow")
        record Anniversary() implements Window {}

        /** Everything since joining. */
        @Schema(name = "LifetimeWindow")
        record Lifetime() implements Window {}
    }

    /** How long a tier is certain before its review. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Validity.Months.class, name = "months"),
        @JsonSubTypes.Type(value = Validity.YearEnd.class, name = "year-end"),
        @JsonSubTypes.Type(value = Validity.NextAnniversary.class, name = "next-anniversary"),
        @JsonSubTypes.Type(value = Validity.Forever.class, name = "forever")
    })
    @Schema(
            name = "TierValidity",
            discriminatorProperty = "kind",
            oneOf = {
                Validity.Months.class,
                Validity.YearEnd.class,
                Validity.NextAnniversary.class,
                Validity.Forever.class
            },
            discriminatorMapping = {
                @DiscriminatorMapping(value = "months", schema = Validity.Months.class),
                @DiscriminatorMapping(value = "year-end", schema = Validity.YearEnd.class),
                @DiscriminatorMapping(value = "next-anniversary", schema = Validity.NextAnniversary.class),
                @DiscriminatorMapping(value = "forever", schema = Validity.Forever.class)
            })
    public sealed interface Validity {
        /** So many months from the day it was gained or kept. */
        @Schema(name = "ValidForMonths")
        record Months(@Min(1) @Max(120) int months) implements Validity {}

        /** Until the end of the calendar year that lies so many years after the one it was gained or kept in. */
        @Schema(name = "ValidUntilYearEnd")
        record YearEnd(@Min(0) @Max(10) int yearsAfter) implements Validity {}

        /** Until the next anniversary of joining. */
        @Schema(name = "ValidUntilAnniversary")
        record NextAnniversary() implements Validity {}

        /** Never reviewed. */
        @Schema(name = "ValidForever")
        record Forever() implements Validity {}
    }

    /** The tiers' codes from the entry up. */
    public List<String> codes() {
        return ladder.stream().map(Tier::code).toList();
    }

    /** The weights of the formula that add to the score, written in one way only; none for a measure by itself. */
    Map<Counted, BigDecimal> weights() {
        var weights = new EnumMap<Counted, BigDecimal>(Counted.class);
        for (var term : formula == null ? List.<Term>of() : formula) {
            if (term.weight().signum() > 0) {
                weights.put(term.measure(), term.weight().stripTrailingZeros());
            }
        }
        return weights;
    }
}
