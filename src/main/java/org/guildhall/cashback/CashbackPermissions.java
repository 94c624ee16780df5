package org.guildhall.cashback;

import org.guildhall.access.Permission;

/** What posts can allow about cashback; the rates themselves are a policy. */
public final class CashbackPermissions {

    /** See what purchases bring, and why. */
    public static final Permission READ = Permission.of("cashback.read");
    /** Preview and run settlements; they concern the whole company. */
    public static final Permission SETTLE = Permission.of("cashback.settle");
    /** Take lists out as files. */
    public static final Permission EXPORT = Permission.of("cashback.export");

    /** See promoters, who was recommended by whom, and statements. */
    public static final Permission PROMOTERS_READ = Permission.of("cashback.promoters-read");
    /** Enrol promoters, end it, and bind customers to who recommended them first. */
    public static final Permission PROMOTE = Permission.of("cashback.promote");
    /** Change or end who recommended whom, for a reason. */
    public static final Permission REBIND = Permission.of("cashback.rebind");

    /** Let members pay with cashback at a store of the own reach. */
    public static final Permission USE = Permission.of("cashback.use");
    /** Take such payments back. */
    public static final Permission TAKE_BACK = Permission.of("cashback.take-back");

    /** See what commissions were paid out to whom; it concerns the whole company. */
    public static final Permission PAYOUTS_READ = Permission.of("cashback.payouts-read");
    /** Propose payouts of commissions, and take payments back. */
    public static final Permission PAY_OUT = Permission.of("cashback.pay-out");

    private CashbackPermissions() {}
}
