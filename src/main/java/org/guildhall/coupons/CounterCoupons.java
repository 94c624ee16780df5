package org.guildhall.coupons;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;

/** Coupons as the counter needs them, inside its own transaction and under its own permissions. */
public interface CounterCoupons {

    /** Where, when and in which checkout or return something is done. */
    record Occasion(UUID about, UnitId store, Instant at) {}

    /** A coupon to be used, and what it takes off. */
    record Using(UUID coupon, Money amount) {}

    /** A use in a checkout that stands; the amount is in the smallest unit. */
    record Use(UUID coupon, UUID about, long amount) {}

    /** What these codes stand for when this member shows them at the store, in the order given. */
    List<PresentedCoupon> present(Collection<String> codes, MemberId member, UnitId store, Instant at);

    /** Uses a member's coupons; refused {@code coupons.not-usable} if one no longer can be. Coupons are locked by identifier. */
    void use(MemberId member, List<Using> coupons, Occasion occasion);

    /** Gives coupons back that the checkout had used; of an erased member they end at once. */
    void giveBack(UUID checkout, List<UUID> coupons, Occasion occasion);

    /** The next uses in checkouts that stand, by the coupon's identifier. */
    List<Use> uses(UUID after, int limit);
}
