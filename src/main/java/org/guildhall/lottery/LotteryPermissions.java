package org.guildhall.lottery;

import org.guildhall.access.Permission;

/** What posts can allow about lotteries. */
public final class LotteryPermissions {

    /** See lotteries, draws and proofs. */
    public static final Permission READ = Permission.of("lottery.read");
    /** Enter and change drafts. */
    public static final Permission CONFIGURE = Permission.of("lottery.configure");
    /** Publish, open, close and reveal. */
    public static final Permission PUBLISH = Permission.of("lottery.publish");
    /** Draw for an identified member. */
    public static final Permission DRAW = Permission.of("lottery.draw");
    /** Hand prizes out at a store of the own reach. */
    public static final Permission HAND_OUT = Permission.of("lottery.hand-out");
    /** Cancel draws whose prize cannot be given. */
    public static final Permission CANCEL = Permission.of("lottery.cancel");
    /** Take lists out as files. */
    public static final Permission EXPORT = Permission.of("lottery.export");

    private LotteryPermissions() {}
}
