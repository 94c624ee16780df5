package org.guildhall.mall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Why the mall says no. */
public sealed interface MallRefusal extends Refusal.Reason {

    /** There is no such reward. */
    record UnknownReward(UUID reward) implements MallRefusal, Refusal.Missing {}

    /** There is no such redemption within the actor's scope. */
    record UnknownRedemption(UUID redemption) implements MallRefusal, Refusal.Missing {}

    /** Another reward has this code. */
    record CodeTaken(String rewardCode) implements MallRefusal, Refusal.Conflict {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("code", rewardCode, "unique"));
        }
    }

    /** Somebody changed the reward since it was read. */
    record StaleReward(int expected, int actual) implements MallRefusal, Refusal.Conflict {}

    /** The reward cannot be redeemed today. */
    record NotOnSale(
            String reward,
            String state,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) implements MallRefusal, Refusal.Rule {}

    /** Fewer pieces are left than wanted. */
    record SoldOut(String reward, long left, int wanted) implements MallRefusal, Refusal.Rule {}

    /** The member would have more pieces than one member may have. */
    record LimitReached(String reward, int limit, long had, int wanted) implements MallRefusal, Refusal.Rule {}

    /** The member has placed as many orders today as the rules allow. */
    record DailyLimit(int limit) implements MallRefusal, Refusal.Rule {}

    /** The order would cost other points than were shown. */
    record PriceOutdated(long then, long now) implements MallRefusal, Refusal.Conflict {}

    /** The order would cost other money beside its points than was shown. */
    record CashOutdated(Money then, Money now) implements MallRefusal, Refusal.Conflict {}

    /** What was paid is not the money that is due beside the points. */
    record PaymentsDiffer(Money due, Money paid) implements MallRefusal, Refusal.Invalid {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("payment.tenders", paid.decimal(), "sum-equals-due"));
        }
    }

    /** The money of the order lies in the till of a store where the actor gives none back. */
    record MoneyElsewhere(UUID store, Money cash) implements MallRefusal, Refusal.Forbidden {}

    /** The reward cannot be picked up at this store. */
    record NotAtThisStore(UUID store) implements MallRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("store", store, "allowed-store"));
        }
    }

    /** The actor does not work at this store. */
    record StoreOutOfReach(UUID store) implements MallRefusal, Refusal.Forbidden {}

    /** The key was used before for another order. */
    record RedemptionDiffers(UUID redemption) implements MallRefusal, Refusal.Conflict {}

    /** No redemption has this pick-up code. */
    record UnknownPickUpCode(int attemptsLeft) implements MallRefusal, Refusal.Missing {}

    /** Too many codes were tried that don't exist. */
    record TooManyCodes(int minutes, long retryAfterSeconds) implements MallRefusal, Refusal.Limited {}

    /** The time to pick it up is over. */
    record PickUpOver(Instant pickUpBy) implements MallRefusal, Refusal.Rule {}

    /** The redemption no longer waits for pick-up. */
    record NotWaiting(UUID redemption, RedemptionView.State state) implements MallRefusal, Refusal.Conflict {}

    /** What was not handed out cannot be taken back. */
    record NotHandedOut(UUID redemption, RedemptionView.State state) implements MallRefusal, Refusal.Conflict {}

    /** The rules let nobody of this post cancel. */
    record CancelNotAllowed() implements MallRefusal, Refusal.Forbidden {}

    /** The days within which it could be taken back are over. */
    record TooLateToTakeBack(int days, Instant handedOutAt) implements MallRefusal, Refusal.Rule {}

    /** A correction would take pieces that are not there. */
    record StockTooLow(long available, long wanted) implements MallRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("quantity", wanted, "within-limit"));
        }
    }

    /** More pieces than can be counted. */
    record StockTooLarge(long largest) implements MallRefusal, Refusal.Rule {}

    /** The same key moved stock before in another way. */
    record StockMoveDiffers(UUID movement) implements MallRefusal, Refusal.Conflict {}

    /** More redemptions wait than are accepted; nothing was booked. */
    record Busy(int waiting) implements MallRefusal, Refusal.Limited {}
}
