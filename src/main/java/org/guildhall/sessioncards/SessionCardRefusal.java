package org.guildhall.sessioncards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** Why session cards and bookings say no. */
public sealed interface SessionCardRefusal extends Refusal.Reason {

    /** There is no such service. */
    record UnknownService(UUID service) implements SessionCardRefusal, Refusal.Missing {}

    /** There is no such product. */
    record UnknownProduct(UUID product) implements SessionCardRefusal, Refusal.Missing {}

    /** There is no such card within the actor's scope. */
    record UnknownCard(UUID card) implements SessionCardRefusal, Refusal.Missing {}

    /** The card has no such fact. */
    record UnknownFact(UUID fact) implements SessionCardRefusal, Refusal.Missing {}

    /** There is no such booking within the actor's scope. */
    record UnknownBooking(UUID booking) implements SessionCardRefusal, Refusal.Missing {}

    /** There is no such place. */
    record UnknownPlace(UUID place) implements SessionCardRefusal, Refusal.Missing {}

    /** The key was used before for something else. */
    record ActDiffers(UUID act) implements SessionCardRefusal, Refusal.Conflict {}

    /** Something of this name is there already. */
    record NameTaken(String name) implements SessionCardRefusal, Refusal.Conflict {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("name", name, "unique"));
        }
    }

    /** Somebody changed it since it was read. */
    record Stale(int expected, int actual) implements SessionCardRefusal, Refusal.Conflict {}

    /** A product is changed as a draft only. */
    record ProductNotDraft(ProductView.State state) implements SessionCardRefusal, Refusal.Conflict {}

    /** A product goes from draft to on sale to withdrawn, and not back. */
    record ProductCannotMove(ProductView.State from, ProductView.State to)
            implements SessionCardRefusal, Refusal.Conflict {}

    /** The product is not on sale. */
    record NotOnSale(String product) implements SessionCardRefusal, Refusal.Rule {}

    /** The product is neither sold nor used at this store. */
    record NotAtThisStore(String name) implements SessionCardRefusal, Refusal.Rule {}

    /** The price is another than the one that was shown. */
    record PriceChanged(Money expected, Money actual) implements SessionCardRefusal, Refusal.Conflict {}

    /** A card may not cost so much. */
    record AboveCap(Money price, Money cap, String source) implements SessionCardRefusal, Refusal.Rule {}

    /** A card must be good for longer. */
    record ValidityTooShort(int days, int shortest, String source) implements SessionCardRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("days", days, "long-enough"));
        }
    }

    /** The membership is not active. */
    record MemberNotActive() implements SessionCardRefusal, Refusal.Rule {}

    /** The card was refunded. */
    record CardRefunded(String name) implements SessionCardRefusal, Refusal.Conflict {}

    /** The card's last day is over; it is extended without charge or refunded. */
    record CardOver(String name, LocalDate lastDay) implements SessionCardRefusal, Refusal.Rule {}

    /** The days of a card of unlimited use are over; they were what was bought. */
    record TermOver(String name, LocalDate lastDay) implements SessionCardRefusal, Refusal.Rule {}

    /** A card of unlimited use was used, or is booked, as often that day as it allows. */
    record OftenEnough(String name, LocalDate day, int daily) implements SessionCardRefusal, Refusal.Rule {}

    /** Only a card whose last day is over is activated again. */
    record NotOver(String name) implements SessionCardRefusal, Refusal.Rule {}

    /** No session is left that the card could be activated for. */
    record NothingToReactivate(String name) implements SessionCardRefusal, Refusal.Rule {}

    /** The card was activated again as often as the rules allow. */
    record ReactivatedOften(int times, int most, String source) implements SessionCardRefusal, Refusal.Rule {}

    /** The activation stays: the card was used, booked or extended since. */
    record UsedSince(String name) implements SessionCardRefusal, Refusal.Rule {}

    /** The card has no last day that could be moved. */
    record CardHasNoEnd(String name) implements SessionCardRefusal, Refusal.Rule {}

    /** The rules ask how the member confirmed the use. */
    record NotConfirmed(String clause) implements SessionCardRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("confirmed", null, "required"));
        }
    }

    /** The card does not contain the service. */
    record NotOnTheCard(String name) implements SessionCardRefusal, Refusal.Rule {}

    /** Every session of the service is used, or kept for bookings. */
    record NothingLeft(String service, int booked) implements SessionCardRefusal, Refusal.Rule {}

    /** Only used sessions are given back. */
    record NotAUse(UUID fact) implements SessionCardRefusal, Refusal.Rule {}

    /** The session was given back already. */
    record ReversedAlready(UUID fact) implements SessionCardRefusal, Refusal.Conflict {}

    /** Open bookings come first. */
    record OpenBookings(int bookings) implements SessionCardRefusal, Refusal.Rule {}

    /** Nothing is left that could be refunded. */
    record NothingToRefund() implements SessionCardRefusal, Refusal.Rule {}

    /** The days in which no reason is needed are over. */
    record TooLateWithoutReason(int days, LocalDate paidOn) implements SessionCardRefusal, Refusal.Rule {}

    /** The member had had the same services before, so a reason is needed. */
    record HadBefore() implements SessionCardRefusal, Refusal.Rule {}

    /** The refund is another than the one that was shown. */
    record QuoteOutdated(Money expected, Money actual) implements SessionCardRefusal, Refusal.Conflict {}

    /** With what was refunded to the member today already, a refund of this size needs somebody entitled to large refunds. */
    record RefundTooLarge(Money alone, Money already, Money refund) implements SessionCardRefusal, Refusal.Forbidden {}

    /** The store takes no bookings at this time. */
    record StoreClosed(Instant start) implements SessionCardRefusal, Refusal.Rule {}

    /** The staff member does not serve there at this time. */
    record StaffNotThere(UUID staff) implements SessionCardRefusal, Refusal.Rule {}

    /** Whoever or whatever was asked for is taken at this time. */
    record SlotTaken(Taken what) implements SessionCardRefusal, Refusal.Conflict {}

    /** Bookings are not made so far ahead. */
    record TooFarAhead(int days) implements SessionCardRefusal, Refusal.Rule {}

    /** The member has as many open bookings as may be. */
    record TooManyBookings(int most) implements SessionCardRefusal, Refusal.Rule {}

    /** The booking has ended. */
    record BookingEnded(BookingView.State state) implements SessionCardRefusal, Refusal.Conflict {}

    /** It is too late to move the booking; it can still be cancelled. */
    record TooLateToMove(int hours) implements SessionCardRefusal, Refusal.Rule {}

    /** The booked time has begun; the member came or did not. */
    record HasBegun(Instant start) implements SessionCardRefusal, Refusal.Rule {}

    /** Checking in is for the booked day. */
    record NotItsDay(LocalDate day) implements SessionCardRefusal, Refusal.Rule {}

    /** The member is still waited for. */
    record StillWaitedFor(Instant until) implements SessionCardRefusal, Refusal.Rule {}

    /** The actor does not work at this store. */
    record StoreOutOfReach(UUID store) implements SessionCardRefusal, Refusal.Forbidden {}

    /** What a booking takes for a time. */
    enum Taken {
        /** A staff member. */
        STAFF,
        /** A place. */
        PLACE,
        /** The member's own time. */
        MEMBER;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
