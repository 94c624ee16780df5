package org.guildhall.loyalty.earning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** What an earning rule brings where it applies. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.PointsPerMoney.class, name = "points-per-money"),
    @JsonSubTypes.Type(value = Effect.FixedPoints.class, name = "fixed-points"),
    @JsonSubTypes.Type(value = Effect.Multiplier.class, name = "multiplier"),
    @JsonSubTypes.Type(value = Effect.GrowthPerMoney.class, name = "growth-per-money")
})
@Schema(
        name = "EarningEffect",
        discriminatorProperty = "kind",
        oneOf = {
            Effect.PointsPerMoney.class,
            Effect.FixedPoints.class,
            Effect.Multiplier.class,
            Effect.GrowthPerMoney.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "points-per-money", schema = Effect.PointsPerMoney.class),
            @DiscriminatorMapping(value = "fixed-points", schema = Effect.FixedPoints.class),
            @DiscriminatorMapping(value = "multiplier", schema = Effect.Multiplier.class),
            @DiscriminatorMapping(value = "growth-per-money", schema = Effect.GrowthPerMoney.class)
        })
public sealed interface Effect {

    /** Base points for each whole unit of the base currency spent on the chosen lines; several such rules add up. */
    @Schema(name = "PointsPerMoneyEffect")
    record PointsPerMoney(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Digits(integer = 4, fraction = 6)
            BigDecimal perUnit)
            implements Effect {}

    /** So many points for the purchase as a whole, after multipliers and rounding. */
    @Schema(name = "FixedPointsEffect")
    record FixedPoints(@Min(1) @Max(1_000_000_000) long points) implements Effect {}

    /** The base points of the chosen lines times this; how several meet, the policy's stacking says. */
    @Schema(name = "MultiplierEffect")
    record Multiplier(
            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
            BigDecimal factor) implements Effect {}

    /** Growth value for each whole unit of the base currency spent on the chosen lines; never multiplied. */
    @Schema(name = "GrowthPerMoneyEffect")
    record GrowthPerMoney(
            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Digits(integer = 4, fraction = 6)
            BigDecimal perUnit)
            implements Effect {}
}
