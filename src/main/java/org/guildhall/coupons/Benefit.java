package org.guildhall.coupons;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What a coupon brings. Floors and steps are measured at what is left to pay of the lines in its scope when its turn comes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Benefit.Cash.class, name = "cash"),
    @JsonSubTypes.Type(value = Benefit.Discount.class, name = "discount"),
    @JsonSubTypes.Type(value = Benefit.FullReduction.class, name = "full-reduction"),
    @JsonSubTypes.Type(value = Benefit.Gift.class, name = "gift")
})
@Schema(
        name = "CouponBenefit",
        discriminatorProperty = "kind",
        oneOf = {Benefit.Cash.class, Benefit.Discount.class, Benefit.FullReduction.class, Benefit.Gift.class},
        discriminatorMapping = {
            @DiscriminatorMapping(value = "cash", schema = Benefit.Cash.class),
            @DiscriminatorMapping(value = "discount", schema = Benefit.Discount.class),
            @DiscriminatorMapping(value = "full-reduction", schema = Benefit.FullReduction.class),
            @DiscriminatorMapping(value = "gift", schema = Benefit.Gift.class)
        })
public sealed interface Benefit {

    /** The kind's code in JSON and in the database. */
    default String code() {
        return switch (this) {
            case Cash cash -> "cash";
            case Discount discount -> "discount";
            case FullReduction ladder -> "full-reduction";
            case Gift gift -> "gift";
        };
    }

    /** So much off, from a floor on; never more than there is to pay. */
    @Schema(name = "CashBenefit")
    record Cash(@NotNull Money amount, @NotNull Money floor) implements Benefit {}

    /** So many percent off, up to a ceiling. */
    @Schema(name = "DiscountBenefit")
    record Discount(
            @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal percent,

            @Nullable Money ceiling)
            implements Benefit {}

    /** The highest step that is reached. */
    @Schema(name = "FullReductionBenefit")
    record FullReduction(@NotEmpty @Size(max = 10) List<@Valid @NotNull Step> steps) implements Benefit {

        /** Copies the steps. */
        public FullReduction {
            steps = steps == null ? List.of() : List.copyOf(steps);
        }
    }

    /** From so much on, so much off. */
    @Schema(name = "FullReductionStep")
    record Step(@NotNull Money over, @NotNull Money off) {}

    /** Something handed over at the counter. */
    @Schema(name = "GiftBenefit")
    record Gift(@NotBlank @Size(max = 120) String item) implements Benefit {}
}
