package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.policies.PolicyKind;
import org.jspecify.annotations.Nullable;

/**
 * How a basket is priced and where money goes back to; the version in force on the day of an act decides it.
 *
 * @param order in which the deductions are made, each once; without coupons or benefits, none are taken
 * @param discounts what tiers take off; a tier not named takes off nothing
 * @param withoutDiscount categories neither a tier nor a benefit takes anything off
 * @param tierAndBenefit whether the tier's discount and a benefit's are both taken; both where older rules say nothing
 * @param rounding of a line's discount to the smallest unit
 * @param points how points count as money
 * @param moneyBack where money goes back to when a part is returned
 * @param mostPerSale the most a basket may come to before any deduction where whoever sells may not make large sales, and the most that one
 *     person sells a member in a day, less what came back; what is built in where older rules say nothing
 */
public record CheckoutPolicy(
        @NotNull @Size(min = 3, max = 5) List<@NotNull Deduction> order,
        @NotNull @Size(max = 50) List<@Valid @NotNull TierDiscount> discounts,
        @NotNull @Size(max = 200) List<@NotBlank @Size(max = 100) String> withoutDiscount,
        @NotNull TierAndBenefit tierAndBenefit,
        @NotNull DiscountRounding rounding,
        @NotNull @Valid PointsAsMoney points,
        @NotNull MoneyBack moneyBack,
        @NotNull Money mostPerSale) {

    private static final long FIFTY_THOUSAND_YUAN = 5_000_000;

    /** No discounts; 100 points are one yuan, from 100 on, in hundreds, for half of a basket at most; 50 000 yuan a sale. */
    public static final CheckoutPolicy DEFAULT = new CheckoutPolicy(
            List.of(
                    Deduction.TIER_DISCOUNT,
                    Deduction.BENEFIT,
                    Deduction.COUPON,
                    Deduction.POINTS_AS_MONEY,
                    Deduction.STORED_VALUE),
            List.of(),
            List.of(),
            TierAndBenefit.BOTH,
            DiscountRounding.DOWN,
            new PointsAsMoney(true, 100, Money.cny(100), 100, 100, BigDecimal.valueOf(50), List.of(), false),
            MoneyBack.IN_PROPORTION,
            Money.cny(FIFTY_THOUSAND_YUAN));

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<CheckoutPolicy> KIND =
            new PolicyKind<>("checkout.rules", CheckoutPolicy.class, DEFAULT, "4.9", CheckoutPolicyCheck::broken);

    /** Copies the lists. */
    public CheckoutPolicy {
        mostPerSale = mostPerSale == null ? builtIn(points) : mostPerSale;
        order = List.copyOf(order);
        discounts = List.copyOf(discounts);
        withoutDiscount = List.copyOf(withoutDiscount);
        tierAndBenefit = tierAndBenefit == null ? TierAndBenefit.BOTH : tierAndBenefit;
    }

    private static Money builtIn(@Nullable PointsAsMoney points) {
        return points == null || points.worth == null
                ? Money.cny(FIFTY_THOUSAND_YUAN)
                : new Money(FIFTY_THOUSAND_YUAN, points.worth.currency());
    }

    /** Whether a basket of so much in the rules' currency is a large sale. */
    public boolean isLarge(long totalMinor) {
        return totalMinor > mostPerSale.minor();
    }

    /** What makes a basket cheaper or pays for it beforehand. */
    @Schema(name = "CheckoutDeduction", enumAsRef = true)
    public enum Deduction {
        /** The tier's percentage. */
        TIER_DISCOUNT,
        /** The discount of a benefit the buyer is entitled to. */
        BENEFIT,
        /** The coupons that are shown. */
        COUPON,
        /** Points that count as money. */
        POINTS_AS_MONEY,
        /** Money paid in beforehand. */
        STORED_VALUE
    }

    /** How the tier's discount and a benefit's go together. */
    @Schema(name = "TierAndBenefit", enumAsRef = true)
    public enum TierAndBenefit {
        /** Each takes from what the one before left. */
        BOTH,
        /** Only the one that takes more off by itself; the tier's where they take the same, so that no use is spent. */
        BETTER
    }

    /** A tier takes so much off. */
    @Schema(name = "TierDiscount")
    public record TierDiscount(
            @NotBlank @Size(max = 40) String tier,
            @NotNull @DecimalMin("0.01") @DecimalMax("100") BigDecimal percent) {}

    /** How a line's discount is rounded. */
    @Schema(name = "DiscountRounding", enumAsRef = true)
    public enum DiscountRounding {
        /** In the company's favour. */
        DOWN,
        /** To the nearest, halves up. */
        HALF_UP,
        /** In the member's favour. */
        UP
    }

    /**
     * How points count as money.
     *
     * @param allowed whether they do
     * @param per so many points ...
     * @param worth ... are so much money
     * @param least fewer are not taken
     * @param step only multiples are taken
     * @param mostShare the most of what is left to pay that points cover, in percent
     * @param withoutPoints categories points do not pay for
     * @param earns whether what points paid for earns points
     */
    @Schema(name = "PointsAsMoney")
    public record PointsAsMoney(
            boolean allowed,
            @Min(1) @Max(1_000_000) int per,
            @NotNull Money worth,
            @Min(1) @Max(1_000_000_000) long least,
            @Min(1) @Max(1_000_000_000) long step,
            @NotNull @DecimalMin("0.01") @DecimalMax("100") BigDecimal mostShare,
            @NotNull @Size(max = 200) List<@NotBlank @Size(max = 100) String> withoutPoints,
            boolean earns) {

        /** Copies the list. */
        public PointsAsMoney {
            withoutPoints = List.copyOf(withoutPoints);
        }
    }

    /** Where money goes back to. */
    @Schema(name = "MoneyBack", enumAsRef = true)
    public enum MoneyBack {
        /** To stored value, cashback and payments in the proportion in which they are still out. */
        IN_PROPORTION,
        /** To stored value first, then to cashback, then to the payments, the last first. */
        STORED_VALUE_FIRST,
        /** To the payments first, the last first, then to cashback, then to stored value. */
        PAYMENTS_FIRST
    }
}
