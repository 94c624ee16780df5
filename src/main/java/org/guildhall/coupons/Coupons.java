package org.guildhall.coupons;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/** Coupons of members, from the issue to the use. Each write takes the caller's key: the same key does it once. */
public interface Coupons {

    /** Issues coupons of an open batch, to one member or to many. */
    IssuedCoupons issue(IssueCoupons command, String key);

    /** One page of the coupons within reach, the last issued first. */
    Slice<CouponView> list(CouponQuery query);

    /** The coupon, if its member is within reach. */
    CouponView get(UUID coupon);

    /** Every step of its life, in order. */
    List<CouponFact> facts(UUID coupon);

    /** Keeps it for a store. */
    CouponView lock(UUID coupon, LockCoupon command, String key);

    /** Frees it again. */
    CouponView release(UUID coupon, EndCoupon command, String key);

    /** Hands its gift over. */
    CouponView handOver(UUID coupon, HandOverGift command, String key);

    /** Takes it away from the member. */
    CouponView withdraw(UUID coupon, EndCoupon command, String key);

    /** Takes several away from their members, each by itself: what is used, gone or out of reach is left and said to be. */
    List<WithdrawOutcome> withdrawAll(WithdrawMany command, String key);

    /** Passes it on to another member, within its limits. */
    CouponView pass(UUID coupon, PassCoupon command, String key);

    /** Writes a list to a file; the job's result names it. */
    JobView export(ExportCoupons command);
}
