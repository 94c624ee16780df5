package org.guildhall.checkout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** Why the counter says no. */
public sealed interface CheckoutRefusal extends Refusal.Reason {

    /** There is no such checkout within the actor's scope. */
    record UnknownCheckout(UUID checkout) implements CheckoutRefusal, Refusal.Missing {}

    /** The actor does not work at this store. */
    record StoreOutOfReach(UUID store) implements CheckoutRefusal, Refusal.Forbidden {}

    /** The key was used before for something else. */
    record CheckoutDiffers(UUID checkout) implements CheckoutRefusal, Refusal.Conflict {}

    /** The price is no longer what was quoted: rules, tier or balances changed. The figure is the first that differs. */
    record QuoteOutdated(String figure, String expected, String now, Money dueThen, Money dueNow)
            implements CheckoutRefusal, Refusal.Conflict {}

    /** Before any deduction the sale comes to more than the rules allow without the permission for large sales. */
    record AboveSaleLimit(Money total, Money most, String clause) implements CheckoutRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(
                    "lines", total.decimal().toPlainString(), "above-sale-limit", Map.of("most", most)));
        }
    }

    /** With what the same person sold to the member today it comes to more than the rules allow for a sale. */
    record AboveSaleLimitToday(Money total, Money today, Money most, String clause)
            implements CheckoutRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(
                    "lines", total.decimal().toPlainString(), "above-sale-limit", Map.of("most", most)));
        }
    }

    /** The payments do not make what is due. */
    record PaymentsDiffer(Money due, Money paid) implements CheckoutRefusal, Refusal.Invalid {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("payments", paid.decimal(), "sum-equals-due"));
        }
    }

    /** It is not said what is to come back: neither lines nor everything. */
    record ReturnNamesNothing() implements CheckoutRefusal, Refusal.Invalid {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("lines", null, "lines-or-everything"));
        }
    }

    /** Lines and everything are to come back at once, so it is not clear which. */
    record ReturnNamesBoth(int lines) implements CheckoutRefusal, Refusal.Invalid {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("everything", true, "lines-or-everything"));
        }
    }

    /** Less of the line is left than is to come back. */
    record ReturnTooLarge(int line, String left, String wanted) implements CheckoutRefusal, Refusal.Rule {

        /** From quantities in thousandths. */
        public static ReturnTooLarge ofMilli(int line, long left, long wanted) {
            return new ReturnTooLarge(line, pieces(left), pieces(wanted));
        }

        private static String pieces(long milli) {
            return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
        }
    }

    /** What was counted is not what was expected, and nobody said why. */
    record DifferenceNeedsReason(Money expected, Money counted) implements CheckoutRefusal, Refusal.Invalid {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("reason", null, "required"));
        }
    }

    /** All of it came back already. */
    record NothingLeft(UUID checkout) implements CheckoutRefusal, Refusal.Conflict {}
}
