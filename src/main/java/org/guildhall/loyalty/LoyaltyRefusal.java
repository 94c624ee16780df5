package org.guildhall.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** Why loyalty says no. */
public sealed interface LoyaltyRefusal extends Refusal.Reason {

    /** The same source and number were recorded before with other content. */
    record PurchaseDiffers(String source, String number, UUID recorded) implements LoyaltyRefusal, Refusal.Conflict {}

    /** The same return number was recorded before with other content. */
    record ReturnDiffers(String source, String number, UUID recorded) implements LoyaltyRefusal, Refusal.Conflict {}

    /** The fact lies in the future. */
    record InTheFuture(Instant occurredAt, Instant now) implements LoyaltyRefusal, Refusal.Invalid {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("occurredAt", occurredAt, "not-in-the-future"));
        }
    }

    /** The fact is older than any the programme accepts. */
    record TooLongAgo(Instant occurredAt, LocalDate earliest) implements LoyaltyRefusal, Refusal.Invalid {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("occurredAt", occurredAt, "not-before-earliest"));
        }
    }

    /** An amount is negative; returns are recorded as returns. */
    record NegativeAmount(String field, Money amount) implements LoyaltyRefusal, Refusal.Invalid {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(field, amount.decimal(), "not-negative"));
        }
    }

    /** An amount or quantity is beyond what the programme can count exactly. */
    record TooLarge(String field, String value, long limit) implements LoyaltyRefusal, Refusal.Invalid {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(field, value, "within-limit"));
        }
    }

    /** The earning rules in force on that day do not say what this currency is worth. */
    record CurrencyNotAccepted(String currency, List<String> accepted) implements LoyaltyRefusal, Refusal.Invalid {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("total.currency", currency, "accepted-currency"));
        }
    }

    /** The lines do not add up to the total exactly. */
    record LinesDiffer(Money lines, Money total) implements LoyaltyRefusal, Refusal.Invalid {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("lines", lines.decimal(), "sum-equals-total"));
        }
    }

    /** More is given back than is left of the purchase. */
    record BeyondPurchase(String purchaseNumber, String field, String asked, String left)
            implements LoyaltyRefusal, Refusal.Rule {
        @Override
        public String code() {
            return "loyalty.return-beyond-purchase";
        }

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(field, asked, "not-beyond-purchase"));
        }
    }

    /** The purchase belongs to another member. */
    record OtherMember(String source, String purchaseNumber) implements LoyaltyRefusal, Refusal.Rule {}

    /** There is no such member, store, purchase or posting within the actor's scope. */
    record Unknown(String what, String id) implements LoyaltyRefusal, Refusal.Missing {}

    /** The tier is not in the ladder in force. */
    record TierUnknown(String tier, List<String> ladder) implements LoyaltyRefusal, Refusal.Invalid {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("tier", tier, "in-the-ladder"));
        }
    }

    /** A grant ends before it starts. */
    record GrantEndsEarly(LocalDate until, LocalDate today) implements LoyaltyRefusal, Refusal.Invalid {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("until", until, "not-before-today"));
        }
    }

    /** The facts of a member are beyond what one replay may hold. */
    record TooManyFacts(MemberId member, int limit) implements LoyaltyRefusal, Refusal.Rule {}
}
