package org.guildhall.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberStatus;
import org.guildhall.platform.RunView;

/** Why loyalty says no. */
public sealed interface LoyaltyRefusal extends Refusal.Reason {

    /** The same source and number were recorded before with other content. */
    record PurchaseDiffers(String source, String number, UUID recorded) implements LoyaltyRefusal, Refusal.Conflict {}

    /** The same return number was recorded before with other content. */
    record ReturnDiffers(String source, String number, UUID recorded) implements LoyaltyRefusal, Refusal.Conflict {}

    /** The house holds this period of the member's points history with other content. */
    record PeriodDiffers(String source, Instant period, UUID recorded) implements LoyaltyRefusal, Refusal.Conflict {}

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

    /** Recorded by hand, a purchase does not lie before the day its member joined. */
    record BeforeJoining(LocalDate day, LocalDate joinedOn, String clause) implements LoyaltyRefusal, Refusal.Rule {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(
                    "occurredAt", day.toString(), "not-before-joining", Map.of("joinedOn", joinedOn)));
        }
    }

    /** The purchase is larger than what the actor's post records by hand; a manager may. */
    record AboveOwnLimit(Money total, Money most, String clause) implements LoyaltyRefusal, Refusal.Rule {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(
                    "total", total.decimal().toPlainString(), "above-own-limit", Map.of("most", most)));
        }
    }

    /** Together with what the actor recorded for the member today it is larger than what their post records by hand. */
    record AboveOwnLimitToday(Money total, Money today, Money most, String clause)
            implements LoyaltyRefusal, Refusal.Rule {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(
                    "total",
                    total.decimal().toPlainString(),
                    "above-own-limit-today",
                    Map.of("today", today, "most", most)));
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

    /** All of the purchase was given back before. */
    record ReturnedEntirely(String purchaseNumber) implements LoyaltyRefusal, Refusal.Rule {}

    /** More is given back than is left of the purchase: both money, or both a quantity or a number of lines. */
    record BeyondPurchase(String purchaseNumber, String field, Object asked, Object left)
            implements LoyaltyRefusal, Refusal.Rule {
        @Override
        public String code() {
            return "loyalty.return-beyond-purchase";
        }

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(
                    field, asked instanceof Money money ? money.decimal() : asked, "not-beyond-purchase"));
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

    /** Purchases and returns of this source are recorded by a module, with all that hangs on them; its returns are made there. */
    record SourceIsKept(String field, String source, String keeper) implements LoyaltyRefusal, Refusal.Rule {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field(field, source, "not-kept-elsewhere"));
        }
    }

    /** The key was used before to give another tier, or to somebody else. */
    record ActDiffers(UUID grant) implements LoyaltyRefusal, Refusal.Conflict {}

    /** The run is at work, undoes another itself, or is of a kind that cannot be undone. */
    record RunNotUndoable(String run, RunView.State state) implements LoyaltyRefusal, Refusal.Rule {}

    /** The run is undone already, or being undone. */
    record RunUndone(UUID by) implements LoyaltyRefusal, Refusal.Conflict {}

    /** A replay of purchases has nothing to say about this kind of policy; {@code why} says why not. */
    record NotSimulated(String policy, String why, List<String> simulated) implements LoyaltyRefusal, Refusal.Invalid {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("policy", policy, "simulated-policy"));
        }
    }

    /** A draft of this kind is being simulated; one at a time. */
    record SimulationRunning(UUID simulation, String by) implements LoyaltyRefusal, Refusal.Conflict {}

    /** The simulation has no result, so there is nothing to take out. */
    record SimulationUnfinished(UUID simulation) implements LoyaltyRefusal, Refusal.Conflict {}

    /** The facts of a member are beyond what one replay may hold. */
    record TooManyFacts(MemberId member, int limit) implements LoyaltyRefusal, Refusal.Rule {}

    /** The same source and number were recorded before as another occasion. */
    record OccasionDiffers(String source, String number, UUID recorded) implements LoyaltyRefusal, Refusal.Conflict {}

    /** The occasion was taken back before, for another reason. */
    record OccasionTakenBack(UUID occasion) implements LoyaltyRefusal, Refusal.Conflict {}

    /** The member does not enjoy all rights: not admitted yet, suspended, or gone. */
    record MemberNotActive(MemberId member, MemberStatus status) implements LoyaltyRefusal, Refusal.Rule {}

    /** By hand an occasion is recorded on its own day or a few days later. */
    record TooLateByHand(LocalDate day, int daysBack, String clause) implements LoyaltyRefusal, Refusal.Rule {

        @Override
        public List<Refusal.Field> fields() {
            return List.of(
                    new Refusal.Field("occurredAt", day.toString(), "not-too-late", Map.of("daysBack", daysBack)));
        }
    }

    /** Nobody brings themselves. */
    record SelfReferral(MemberId member) implements LoyaltyRefusal, Refusal.Rule {}

    /** Who was brought had, by others perhaps, brought who is said to have brought them. */
    record ReferralRing(MemberId member, MemberId referred) implements LoyaltyRefusal, Refusal.Rule {}

    /** Somebody is brought once, and somebody else did. */
    record ReferredAlready(MemberId referred, UUID recorded) implements LoyaltyRefusal, Refusal.Conflict {}

    /** Who was brought had joined before, or too long ago. */
    record ReferralTooLate(MemberId referred, LocalDate joinedOn, int days, String clause)
            implements LoyaltyRefusal, Refusal.Rule {}
}
