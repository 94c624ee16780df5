package org.guildhall.coupons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.checkout.CheckoutView;
import org.guildhall.coupons.CouponView.State;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** A plain model of one batch whose coupons may pass on once: who has which, and what the next act should say. */
final class CouponModel {

    private static final String DONE = "done";
    private static final String NOT_USABLE = "coupons.not-usable";

    final UUID batch;
    final List<MemberId> members;
    final List<Coupon> coupons = new ArrayList<>();
    private final int quantity;
    private final int most;
    private final int[] had = new int[2];

    CouponModel(UUID batch, List<MemberId> members, int quantity, int most) {
        this.batch = batch;
        this.members = members;
        this.quantity = quantity;
        this.most = most;
    }

    /** One coupon; {@code left} is what is left of the sale in which it was used, in thousandths. */
    static final class Coupon {
        final UUID id;
        final String code;
        final LocalDate lastDay;
        int holder;
        boolean withdrawn;
        boolean passed;
        long left;

        @Nullable
        CheckoutView sold;

        @Nullable
        Instant lockedUntil;

        Coupon(UUID id, String code, int holder, LocalDate lastDay) {
            this.id = id;
            this.code = code;
            this.holder = holder;
            this.lastDay = lastDay;
        }

        void use(CheckoutView sale) {
            sold = sale;
            left = 2_000;
            lockedUntil = null;
        }

        /** Whether the last of it came back, and the coupon with it. */
        boolean giveBack(long quantity) {
            left -= quantity;
            if (left == 0) {
                sold = null;
            }
            return left == 0;
        }
    }

    long left() {
        return quantity - coupons.stream().filter(one -> !one.withdrawn).count();
    }

    State state(Coupon coupon, Instant now, LocalDate today) {
        if (coupon.withdrawn) {
            return State.WITHDRAWN;
        }
        if (coupon.sold != null) {
            return State.USED;
        }
        if (coupon.lastDay.isBefore(today)) {
            return State.EXPIRED;
        }
        var until = coupon.lockedUntil;
        return until != null && until.isAfter(now) ? State.LOCKED : State.ISSUED;
    }

    /** Whether it can be used; a lock of the same store is no hindrance there. */
    boolean usable(Coupon coupon, Instant now, LocalDate today, boolean atItsStore) {
        var state = state(coupon, now, today);
        return state == State.ISSUED || (atItsStore && state == State.LOCKED);
    }

    String issue(int member) {
        if (had[member] >= most) {
            return "coupons.limit-reached";
        }
        if (left() == 0) {
            return "coupons.batch-exhausted";
        }
        had[member]++;
        return DONE;
    }

    String lock(Coupon coupon, Instant now, LocalDate today, Instant until) {
        if (!usable(coupon, now, today, false)) {
            return NOT_USABLE;
        }
        coupon.lockedUntil = until;
        return DONE;
    }

    String release(Coupon coupon, Instant now, LocalDate today) {
        if (state(coupon, now, today) != State.LOCKED) {
            return NOT_USABLE;
        }
        coupon.lockedUntil = null;
        return DONE;
    }

    String withdraw(Coupon coupon) {
        if (coupon.withdrawn || coupon.sold != null) {
            return NOT_USABLE;
        }
        coupon.withdrawn = true;
        had[coupon.holder]--;
        return DONE;
    }

    String pass(Coupon coupon, Instant now, LocalDate today) {
        if (!usable(coupon, now, today, false)) {
            return NOT_USABLE;
        }
        if (coupon.passed) {
            return "coupons.not-transferable";
        }
        int other = 1 - coupon.holder;
        if (had[other] >= most) {
            return "coupons.limit-reached";
        }
        had[other]++;
        coupon.passed = true;
        coupon.holder = other;
        coupon.lockedUntil = null;
        return DONE;
    }
}
