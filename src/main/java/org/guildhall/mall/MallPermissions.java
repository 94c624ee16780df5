package org.guildhall.mall;

import org.guildhall.access.Permission;

/** What posts can allow about the rewards mall. */
public final class MallPermissions {

    /** See rewards, their stock and redemptions. */
    public static final Permission READ = Permission.of("mall.read");
    /** Enter and change rewards. */
    public static final Permission CONFIGURE = Permission.of("mall.configure");
    /** Receive and correct stock. */
    public static final Permission STOCK = Permission.of("mall.stock");
    /** Redeem for a member, and renew a lost pick-up code. */
    public static final Permission REDEEM = Permission.of("mall.redeem");
    /** Hand out at a store of the own reach. */
    public static final Permission HAND_OUT = Permission.of("mall.hand-out");
    /** Cancel what waits for pick-up. */
    public static final Permission CANCEL = Permission.of("mall.cancel");
    /** Take back what was handed out. */
    public static final Permission TAKE_BACK = Permission.of("mall.take-back");
    /** Take lists out as files. */
    public static final Permission EXPORT = Permission.of("mall.export");

    private MallPermissions() {}
}
