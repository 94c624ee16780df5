package org.guildhall.benefits;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What a benefit is: what happens when it is used, and what a use costs the house. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Offer.Discount.class, name = "discount"),
    @JsonSubTypes.Type(value = Offer.PurchaseDiscount.class, name = "purchase-discount"),
    @JsonSubTypes.Type(value = Offer.BirthdayGift.class, name = "birthday-gift"),
    @JsonSubTypes.Type(value = Offer.FreeService.class, name = "free-service"),
    @JsonSubTypes.Type(value = Offer.Priority.class, name = "priority"),
    @JsonSubTypes.Type(value = Offer.Lounge.class, name = "lounge"),
    @JsonSubTypes.Type(value = Offer.TrainingPlace.class, name = "training-place")
})
@Schema(
        name = "BenefitOffer",
        discriminatorProperty = "kind",
        oneOf = {
            Offer.Discount.class,
            Offer.PurchaseDiscount.class,
            Offer.BirthdayGift.class,
            Offer.FreeService.class,
            Offer.Priority.class,
            Offer.Lounge.class,
            Offer.TrainingPlace.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "discount", schema = Offer.Discount.class),
            @DiscriminatorMapping(value = "purchase-discount", schema = Offer.PurchaseDiscount.class),
            @DiscriminatorMapping(value = "birthday-gift", schema = Offer.BirthdayGift.class),
            @DiscriminatorMapping(value = "free-service", schema = Offer.FreeService.class),
            @DiscriminatorMapping(value = "priority", schema = Offer.Priority.class),
            @DiscriminatorMapping(value = "lounge", schema = Offer.Lounge.class),
            @DiscriminatorMapping(value = "training-place", schema = Offer.TrainingPlace.class)
        })
public sealed interface Offer {

    /** The kind's code in JSON and in the database. */
    default BenefitKind kind() {
        return switch (this) {
            case Discount discount -> BenefitKind.DISCOUNT;
            case PurchaseDiscount discount -> BenefitKind.PURCHASE_DISCOUNT;
            case BirthdayGift gift -> BenefitKind.BIRTHDAY_GIFT;
            case FreeService service -> BenefitKind.FREE_SERVICE;
            case Priority priority -> BenefitKind.PRIORITY;
            case Lounge lounge -> BenefitKind.LOUNGE;
            case TrainingPlace place -> BenefitKind.TRAINING_PLACE;
        };
    }

    /** So many percent off what is to be paid, up to a ceiling; what it takes off is its cost. */
    @Schema(name = "DiscountOffer")
    record Discount(
            @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal percent,

            @NotNull Money ceiling)
            implements Offer {

        /** What it takes off an amount of the ceiling's currency; fractions of the smallest unit are dropped. */
        public Money takes(Money from) {
            return Offer.takes(percent, ceiling, from);
        }
    }

    /**
     * So many percent off a purchase, up to a ceiling, taken by the counter's quote and by nobody else; what it takes off is its
     * cost. Without a quota it is taken by itself, with one when it is asked for.
     *
     * @param categories only goods of these; of all if empty
     */
    @Schema(name = "PurchaseDiscountOffer")
    record PurchaseDiscount(
            @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal percent,

            @NotNull Money ceiling,
            @NotNull @Size(max = 200) List<@NotBlank @Size(max = 100) String> categories)
            implements Offer {

        /** Copies the list. */
        public PurchaseDiscount {
            categories = List.copyOf(categories);
        }

        /** What it takes off an amount of the ceiling's currency; fractions of the smallest unit are dropped. */
        public Money takes(Money from) {
            return Offer.takes(percent, ceiling, from);
        }

        /** Whether goods of a category are among those it is for. */
        public boolean covers(@Nullable String category) {
            return categories.isEmpty() || (category != null && categories.contains(category));
        }
    }

    private static Money takes(BigDecimal percent, Money ceiling, Money from) {
        long off = BigDecimal.valueOf(from.minor())
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        return new Money(Math.min(off, ceiling.minor()), ceiling.currency());
    }

    /** Something handed over around the birthday. */
    @Schema(name = "BirthdayGiftOffer")
    record BirthdayGift(
            @NotBlank @Size(max = 120) String item,
            @Min(0) @Max(60) int daysBefore,
            @Min(0) @Max(60) int daysAfter,
            @NotNull Money cost)
            implements Offer {}

    /** A service done without charge. */
    @Schema(name = "FreeServiceOffer")
    record FreeService(
            @NotBlank @Size(max = 120) String service,
            @NotNull Money cost) implements Offer {}

    /** Being served first. */
    @Schema(name = "PriorityOffer")
    record Priority(
            @NotBlank @Size(max = 120) String queue,
            @NotNull Money cost) implements Offer {}

    /** A place to rest, with so many guests; the cost is a head's. */
    @Schema(name = "LoungeOffer")
    record Lounge(
            @NotBlank @Size(max = 120) String place,
            @Min(0) @Max(20) int guests,
            @NotNull Money cost) implements Offer {}

    /** A place in a course. */
    @Schema(name = "TrainingPlaceOffer")
    record TrainingPlace(
            @NotBlank @Size(max = 120) String course,
            @NotNull Money cost) implements Offer {}
}
