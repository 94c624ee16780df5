package org.guildhall.coupons;

import org.guildhall.access.Permission;

/** What posts can allow about coupons. */
public final class CouponPermissions {

    /** See batches, coupons and their codes. */
    public static final Permission READ = Permission.of("coupons.read");
    /** Enter, change, open and close batches. */
    public static final Permission CONFIGURE = Permission.of("coupons.configure");
    /** Issue coupons to members. */
    public static final Permission ISSUE = Permission.of("coupons.issue");
    /** Withdraw coupons. */
    public static final Permission WITHDRAW = Permission.of("coupons.withdraw");
    /** Pass coupons on to another member. */
    public static final Permission PASS = Permission.of("coupons.pass");
    /** Keep coupons for a store of the own reach, and hand gifts over there. */
    public static final Permission HAND_OVER = Permission.of("coupons.hand-over");
    /** Take lists out as files. */
    public static final Permission EXPORT = Permission.of("coupons.export");

    private CouponPermissions() {}
}
