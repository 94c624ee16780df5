package org.guildhall.benefits.rules;

import org.guildhall.benefits.Offer;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a use costs the house; refuses what does not belong to the kind of benefit.
 *
 * @param heads the member and guests
 * @param appliedTo what a discount was taken from
 */
public record Cost(int heads, @Nullable Money appliedTo, Money amount) {

    /** The cost of a use with these guests, or of a discount on this amount. */
    public static Cost of(Offer offer, @Nullable Integer guests, @Nullable Money applyTo) {
        if (!(offer instanceof Offer.Discount) && applyTo != null) {
            throw InvalidInput.of("applyTo", applyTo.decimal(), "only-for-discounts");
        }
        if (!(offer instanceof Offer.Lounge) && guests != null && guests > 0) {
            throw InvalidInput.of("guests", guests, "only-for-lounges");
        }
        return switch (offer) {
            case Offer.Discount discount -> discount(discount, applyTo);
            case Offer.PurchaseDiscount purchase ->
                throw new IllegalArgumentException("what is taken off a purchase is known to its quote");
            case Offer.BirthdayGift gift -> new Cost(1, null, gift.cost());
            case Offer.FreeService service -> new Cost(1, null, service.cost());
            case Offer.Priority priority -> new Cost(1, null, priority.cost());
            case Offer.Lounge lounge -> lounge(lounge, guests == null ? 0 : guests);
            case Offer.TrainingPlace place -> new Cost(1, null, place.cost());
        };
    }

    private static Cost lounge(Offer.Lounge lounge, int guests) {
        if (guests > lounge.guests()) {
            throw InvalidInput.of("guests", guests, "within-limit");
        }
        var cost = lounge.cost();
        return new Cost(1 + guests, null, new Money(Math.multiplyExact(cost.minor(), 1L + guests), cost.currency()));
    }

    private static Cost discount(Offer.Discount discount, @Nullable Money applyTo) {
        var ceiling = discount.ceiling();
        if (applyTo == null) {
            throw InvalidInput.of("applyTo", null, "required");
        }
        if (applyTo.minor() <= 0) {
            throw InvalidInput.of("applyTo", applyTo.decimal(), "positive");
        }
        if (!applyTo.currency().equals(ceiling.currency())) {
            throw InvalidInput.of("applyTo", applyTo.currency(), "one-currency");
        }
        return new Cost(1, applyTo, discount.takes(applyTo));
    }
}
