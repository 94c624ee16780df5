package org.guildhall.prepaid;

import org.guildhall.access.Permission;

/** What posts can allow about stored value. */
public final class PrepaidPermissions {

    /** See accounts and movements. */
    public static final Permission READ = Permission.of("prepaid.read");
    /** Take money in. */
    public static final Permission TOP_UP = Permission.of("prepaid.top-up");
    /** Take payments, and lock them beforehand. */
    public static final Permission PAY = Permission.of("prepaid.pay");
    /** Give payments back. */
    public static final Permission GIVE_BACK = Permission.of("prepaid.give-back");
    /** Calculate and make refunds, up to the amount the rules allow alone. */
    public static final Permission REFUND = Permission.of("prepaid.refund");
    /** Make refunds of any amount. */
    public static final Permission REFUND_LARGE = Permission.of("prepaid.refund-large");
    /** Freeze and unfreeze. */
    public static final Permission FREEZE = Permission.of("prepaid.freeze");
    /** Transfer to another member. */
    public static final Permission TRANSFER = Permission.of("prepaid.transfer");
    /** Undo top-ups, refunds and transfers. */
    public static final Permission UNDO = Permission.of("prepaid.undo");
    /** See the daily reconciliation and what is owed to members. */
    public static final Permission RECONCILE = Permission.of("prepaid.reconcile");
    /** Take lists out as files. */
    public static final Permission EXPORT = Permission.of("prepaid.export");

    private PrepaidPermissions() {}
}
