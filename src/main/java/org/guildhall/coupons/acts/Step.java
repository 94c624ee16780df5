package org.guildhall.coupons.acts;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.coupons.CouponFact;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** The next step of a coupon's life: what happens, by which act, and what belongs to it. */
record Step(
        CouponFact.Kind kind,
        Act act,
        @Nullable UnitId store,
        @Nullable UUID about,
        @Nullable Money amount,
        @Nullable MemberId to,
        @Nullable Instant until) {

    /** An act: under which key, everything that must be the same when it comes again, when, and why. */
    record Act(UUID cause, UUID hash, Instant at, @Nullable String reason) {

        static Act of(String key, Object content, Instant at, @Nullable String reason) {
            return new Act(Ids.derived("coupons|" + key), Ids.derived(content.toString()), at, reason);
        }
    }

    static Step of(CouponFact.Kind kind, Act act) {
        return new Step(kind, act, null, null, null, null, null);
    }

    Step at(UnitId where) {
        return new Step(kind, act, where, about, amount, to, until);
    }

    Step about(UUID what) {
        return new Step(kind, act, store, what, amount, to, until);
    }

    Step taking(@Nullable Money off) {
        return new Step(kind, act, store, about, off, to, until);
    }

    Step to(MemberId receiver) {
        return new Step(kind, act, store, about, amount, receiver, until);
    }

    Step until(Instant end) {
        return new Step(kind, act, store, about, amount, to, end);
    }
}
