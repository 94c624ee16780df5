package org.guildhall.checkout.acts;

import java.util.Objects;
import org.guildhall.checkout.CheckoutRefusal;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.checkout.Expected;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** Holds what the buyer was told and has paid against what the basket costs now. */
final class Agreement {

    private Agreement() {}

    /** Refuses a sale whose figures are no longer those that were told, or that isn't paid to the fen. */
    static void require(CommitCheckout command, Quoting.Offer offer) {
        requireExpected(command.expected(), Quotes.expected(offer));
        requirePaid(command, offer);
    }

    private static void requireExpected(Expected then, Expected now) {
        differ("discount", then.discount(), now.discount(), then, now);
        differ("benefitAmount", then.benefitAmount(), now.benefitAmount(), then, now);
        differ("couponAmount", then.couponAmount(), now.couponAmount(), then, now);
        differ("points", then.points(), now.points(), then, now);
        differ("pointsAmount", then.pointsAmount(), now.pointsAmount(), then, now);
        differ("stored", then.stored(), now.stored(), then, now);
        differ("due", then.due(), now.due(), then, now);
    }

    private static void differ(String figure, Object before, Object after, Expected then, Expected now) {
        if (!before.equals(after)) {
            throw Refusal.of(
                    new CheckoutRefusal.QuoteOutdated(figure, text(before), text(after), then.due(), now.due()));
        }
    }

    private static String text(Object figure) {
        return figure instanceof Money money ? money.decimal().toPlainString() : Objects.toString(figure);
    }

    private static void requirePaid(CommitCheckout command, Quoting.Offer offer) {
        long paid = 0;
        for (int i = 0; i < command.payments().size(); i++) {
            var amount = command.payments().get(i).amount();
            var field = "payments[" + i + "].amount";
            if (Quoting.require(field, amount, offer.currency()) == 0) {
                throw InvalidInput.of(field, amount.decimal(), "positive");
            }
            paid += amount.minor();
        }
        if (paid != offer.payable()) {
            throw Refusal.of(new CheckoutRefusal.PaymentsDiffer(offer.money(offer.payable()), offer.money(paid)));
        }
    }
}
