package org.guildhall.lottery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What a prize is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Award.OfPoints.class, name = "points"),
    @JsonSubTypes.Type(value = Award.OfCoupon.class, name = "coupon"),
    @JsonSubTypes.Type(value = Award.OfReward.class, name = "reward"),
    @JsonSubTypes.Type(value = Award.OfThing.class, name = "thing"),
    @JsonSubTypes.Type(value = Award.OfNothing.class, name = "nothing")
})
@Schema(
        name = "LotteryAward",
        discriminatorProperty = "kind",
        oneOf = {
            Award.OfPoints.class,
            Award.OfCoupon.class,
            Award.OfReward.class,
            Award.OfThing.class,
            Award.OfNothing.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "points", schema = Award.OfPoints.class),
            @DiscriminatorMapping(value = "coupon", schema = Award.OfCoupon.class),
            @DiscriminatorMapping(value = "reward", schema = Award.OfReward.class),
            @DiscriminatorMapping(value = "thing", schema = Award.OfThing.class),
            @DiscriminatorMapping(value = "nothing", schema = Award.OfNothing.class)
        })
public sealed interface Award {

    /** The kind's code in JSON and in files. */
    default String code() {
        return switch (this) {
            case OfPoints points -> "points";
            case OfCoupon coupon -> "coupon";
            case OfReward reward -> "reward";
            case OfThing thing -> "thing";
            case OfNothing nothing -> "nothing";
        };
    }

    /** So many points, valid for so many days, that of the draw included. */
    @Schema(name = "PointsAward")
    record OfPoints(
            @Min(1) @Max(1_000_000_000) long points,
            @Min(1) @Max(3660) int validDays) implements Award {}

    /** A coupon of an open batch. */
    @Schema(name = "CouponAward")
    record OfCoupon(@NotNull UUID batch) implements Award {}

    /**
     * A piece of a reward of the mall, ordered at once: its price is given as points and held for it, so that they stay with the
     * member, valid for so many days, if it is not picked up.
     */
    @Schema(name = "RewardAward")
    record OfReward(@NotNull UUID reward, @Min(1) @Max(3660) int validDays) implements Award {}

    /** Something handed over at a store for its pick-up code, for so many days, that of the draw included. */
    @Schema(name = "ThingAward")
    record OfThing(@Min(1) @Max(366) int collectDays) implements Award {}

    /** Nothing at all. */
    @Schema(name = "NothingAward")
    record OfNothing() implements Award {}
}
