package org.guildhall.cashback;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;

/** Why cashback says no. */
public sealed interface CashbackRefusal extends Refusal.Reason {

    /** There is no such rebate within the actor's scope. */
    record UnknownRebate(UUID rebate) implements CashbackRefusal, Refusal.Missing {}

    /** The member is no promoter. */
    record NotAPromoter(MemberId member) implements CashbackRefusal, Refusal.Rule {}

    /** The member is or was a promoter. */
    record PromoterAlready(MemberId member) implements CashbackRefusal, Refusal.Conflict {}

    /** Nobody becomes a promoter without agreeing to the terms. */
    record ConsentNeeded() implements CashbackRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("consent", false, "required"));
        }
    }

    /** The membership is not active. */
    record MemberNotActive(MemberId member) implements CashbackRefusal, Refusal.Rule {}

    /** Commissions are not offered: the rules in force name no levels. */
    record NoDistribution() implements CashbackRefusal, Refusal.Rule {}

    /** Nobody recommends themselves. */
    record SelfRecommendation(MemberId member) implements CashbackRefusal, Refusal.Rule {}

    /** Who recommends was recommended, directly or over others, by whom they recommend. */
    record ClosesARing(MemberId customer, MemberId promoter) implements CashbackRefusal, Refusal.Rule {}

    /** Somebody recommended the customer before; only authority changes that. */
    record BoundAlready(MemberId customer) implements CashbackRefusal, Refusal.Conflict {}

    /** Nobody ever recommended the customer, so there is nothing to change. */
    record NotBound(MemberId customer) implements CashbackRefusal, Refusal.Missing {}

    /** The bond is what it is asked to become. */
    record NothingChanges(MemberId customer) implements CashbackRefusal, Refusal.Conflict {}

    /** The key was used before for something else. */
    record ActDiffers(UUID act) implements CashbackRefusal, Refusal.Conflict {}

    /** There is no such use within the actor's scope. */
    record UnknownUse(UUID use) implements CashbackRefusal, Refusal.Missing {}

    /** The use was taken back already. */
    record TakenBackAlready(UUID use) implements CashbackRefusal, Refusal.Conflict {}

    /** It paid for a checkout: it goes back with the goods, at the counter. */
    record UseOfACheckout(UUID use, UUID checkout) implements CashbackRefusal, Refusal.Conflict {}

    /** The actor does not work at this store. */
    record StoreOutOfReach(UUID store) implements CashbackRefusal, Refusal.Forbidden {}

    /** The day is not over; what is due on it is not known yet. */
    record NotYetDue(LocalDate through, LocalDate today) implements CashbackRefusal, Refusal.Invalid {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("through", through, "not-in-the-future"));
        }
    }

    /** The month is not over; what is due for it is not known yet. */
    record MonthNotOver(YearMonth month, LocalDate today) implements CashbackRefusal, Refusal.Invalid {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("month", month, "over"));
        }
    }

    /** A later month was paid out, and with it all that was due for this one. */
    record LaterMonthPaid(YearMonth month, YearMonth paid) implements CashbackRefusal, Refusal.Conflict {}

    /** Nothing that is due reaches the least that is paid. */
    record NothingToPay(YearMonth month) implements CashbackRefusal, Refusal.Rule {}

    /** A payout waits for a decision; one at a time. */
    record PayoutWaits(UUID payout) implements CashbackRefusal, Refusal.Conflict {}

    /** There is no such payout. */
    record UnknownPayout(UUID payout) implements CashbackRefusal, Refusal.Missing {}

    /** The payout was not paid, or not to them, or all of it was taken back. */
    record NothingToReverse(UUID payout) implements CashbackRefusal, Refusal.Conflict {}
}
