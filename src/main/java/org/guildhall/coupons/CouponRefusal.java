package org.guildhall.coupons;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Refusal;

/** Why coupons say no. */
public sealed interface CouponRefusal extends Refusal.Reason {

    /** There is no such batch. */
    record UnknownBatch(UUID batch) implements CouponRefusal, Refusal.Missing {}

    /** There is no such coupon within the actor's scope. */
    record UnknownCoupon(UUID coupon) implements CouponRefusal, Refusal.Missing {}

    /** Another batch has this code. */
    record CodeTaken(String batchCode) implements CouponRefusal, Refusal.Conflict {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("code", batchCode, "unique"));
        }
    }

    /** Somebody changed or moved the batch since it was read. */
    record StaleBatch(int expected, int actual) implements CouponRefusal, Refusal.Conflict {}

    /** A batch goes from draft to open to closed, and not back. */
    record BatchCannotMove(BatchView.State from, BatchView.State to) implements CouponRefusal, Refusal.Conflict {}

    /** Coupons are issued while the batch is open. */
    record BatchNotOpen(String batch, BatchView.State state) implements CouponRefusal, Refusal.Conflict {}

    /** The days on which its coupons could be used are over. */
    record BatchOver(String batch, LocalDate lastDay) implements CouponRefusal, Refusal.Rule {}

    /** Fewer coupons are left than wanted. */
    record BatchExhausted(String batch, long left, long wanted) implements CouponRefusal, Refusal.Rule {}

    /** More coupons were issued than the new quantity allows. */
    record QuantityTooLow(long issued, long quantity) implements CouponRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("quantity", quantity, "not-below-issued"));
        }
    }

    /** The member would have had more coupons of the batch than one member may. */
    record LimitReached(String batch, int limit) implements CouponRefusal, Refusal.Rule {}

    /** The key was used before for something else. */
    record ActDiffers(UUID act) implements CouponRefusal, Refusal.Conflict {}

    /** Where the coupon stands forbids it. */
    record NotUsable(String coupon, CouponView.State state) implements CouponRefusal, Refusal.Conflict {}

    /** It can be used on other days. */
    record NotToday(String coupon, LocalDate firstDay, LocalDate lastDay) implements CouponRefusal, Refusal.Rule {}

    /** It cannot be used at this store. */
    record NotAtThisStore(UUID store) implements CouponRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("store", store, "allowed-store"));
        }
    }

    /** The actor does not work at this store. */
    record StoreOutOfReach(UUID store) implements CouponRefusal, Refusal.Forbidden {}

    /** What is not a gift is used in a checkout. */
    record NotAGift(String coupon) implements CouponRefusal, Refusal.Rule {}

    /** It has passed to another member as often as it may. */
    record NotTransferable(String coupon, int most) implements CouponRefusal, Refusal.Rule {}

    /** It belongs to this member already. */
    record SameMember() implements CouponRefusal, Refusal.Rule {
        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("to", null, "another-member"));
        }
    }
}
