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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;

/**
 * The ladder and how members climb and leave it. Who reaches a tier's threshold within the window rises at once; each tier
 * is valid for a time and then reviewed.
 *
 * @param ladder tiers from the entry tier (threshold 0) up
 * @param measure what thresholds count
 * @param window over which it is counted
 * @param validity how long a tier gained or kept is certain
 * @param review what happens when a member falls short at the review
 * @param graceDays days after the review in which what is missing can still be made up
 * @param introduction what a changed standard does to tiers held when it comes into force
 */
public record TiersPolicy(
        @NotEmpty @Size(max = 20) List<@Valid @NotNull Tier> ladder,
        @NotNull Measure measure,
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
            new PolicyKind<>("loyalty.tiers", TiersPolicy.class, DEFAULT, "4.2", TiersPolicy::broken);

    public TiersPolicy {
        ladder = List.copyOf(ladder);
    }

    /**
     * One tier.
     *
     * @param name as shown; screens translate the default codes
     * @param threshold in the measure's unit; spend is counted in the smallest unit of money
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
        POINTS
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

    private static List<Refusal.Field> broken(TiersPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        var codes = new HashSet<String>();
        for (int i = 0; i < policy.ladder.size(); i++) {
            var tier = policy.ladder.get(i);
            var field = "ladder[" + i + "].";
            if (!codes.add(tier.code())) {
                broken.add(new Refusal.Field(field + "code", tier.code(), "unique"));
            }
            if (i == 0 && tier.threshold() != 0) {
                broken.add(new Refusal.Field(field + "threshold", tier.threshold(), "entry-tier-at-zero"));
            }
            if (i > 0 && tier.threshold() <= policy.ladder.get(i - 1).threshold()) {
                broken.add(new Refusal.Field(field + "threshold", tier.threshold(), "above-the-tier-below"));
            }
        }
        return broken;
    }
}
