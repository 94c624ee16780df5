package org.guildhall.lottery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Refusal;

/** Why lotteries say no. */
public sealed interface LotteryRefusal extends Refusal.Reason {

    /** There is no such lottery. */
    record UnknownLottery(UUID lottery) implements LotteryRefusal, Refusal.Missing {}

    /** There is no such draw within the actor's scope. */
    record UnknownDraw(UUID draw) implements LotteryRefusal, Refusal.Missing {}

    /** Another lottery has this code. */
    record CodeTaken(String lotteryCode) implements LotteryRefusal, Refusal.Conflict {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("code", lotteryCode, "unique"));
        }
    }

    /** The odds sum to something else than one million parts; the difference is what is missing, or too much below zero. */
    record OddsDoNotAddUp(long sum, long difference) implements LotteryRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("prizes", sum, "sums-to-one"));
        }
    }

    /** A prize is worth more than the configured limit, whose source is named. */
    record PrizeTooHigh(String prize, String worth, String most, String source)
            implements LotteryRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("prizes", prize, "within-limit"));
        }
    }

    /** Somebody changed the lottery since it was read. */
    record StaleLottery(int expected, int actual) implements LotteryRefusal, Refusal.Conflict {}

    /** It was published: its terms stay. */
    record AlreadyPublished(String lottery) implements LotteryRefusal, Refusal.Conflict {}

    /** A lottery goes from draft to published to open to closed to revealed, and not back. */
    record CannotMove(LotteryView.State from, LotteryView.State to) implements LotteryRefusal, Refusal.Conflict {}

    /** What a prize needs is not there: its batch is not open, its reward not on sale, or too few are left. */
    record PrizeNotReady(String prize, String cause) implements LotteryRefusal, Refusal.Rule {}

    /** Nobody draws in it now. */
    record NotOpen(String lottery, LotteryView.State state) implements LotteryRefusal, Refusal.Conflict {}

    /** It is held on other days. */
    record NotToday(String lottery, LocalDate firstDay, LocalDate lastDay) implements LotteryRefusal, Refusal.Rule {}

    /** It is not held at this store. */
    record NotAtThisStore() implements LotteryRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("store", null, "allowed-store"));
        }
    }

    /** The actor does not work at this store. */
    record StoreOutOfReach(UUID store) implements LotteryRefusal, Refusal.Forbidden {}

    /** Members of this tier do not take part. */
    record NotForThisTier(String tier) implements LotteryRefusal, Refusal.Rule {}

    /** The member has drawn as often today as one may. */
    record DailyLimit(int limit) implements LotteryRefusal, Refusal.Rule {}

    /** The member has drawn as often as one may. */
    record LimitReached(int limit) implements LotteryRefusal, Refusal.Rule {}

    /** What was won cannot be given now, so nothing was drawn or charged; the same prize is won as soon as it can. */
    record PrizeCannotBeGiven(String prize, String cause) implements LotteryRefusal, Refusal.Rule {}

    /** The key was used before for something else. */
    record ActDiffers(UUID act) implements LotteryRefusal, Refusal.Conflict {}

    /** Nothing waits for this code. */
    record UnknownPickUpCode(int left) implements LotteryRefusal, Refusal.Missing {}

    /** Too many codes that stand for nothing. */
    record TooManyCodes(int minutes, long retryAfter) implements LotteryRefusal, Refusal.Limited {}

    /** It does not wait to be picked up. */
    record NotWaiting(UUID draw, DrawView.State state) implements LotteryRefusal, Refusal.Conflict {}

    /** The days on which it was handed out are over. */
    record CollectingOver(LocalDate lastDay) implements LotteryRefusal, Refusal.Rule {}

    /** What was handed out or cancelled is not cancelled. */
    record NotCancellable(UUID draw, DrawView.State state) implements LotteryRefusal, Refusal.Conflict {}
}
