package org.guildhall.checkout;

import org.guildhall.access.Permission;

/** What posts can allow at the counter. */
public final class CheckoutPermissions {

    /** See checkouts and payments. */
    public static final Permission READ = Permission.of("checkout.read");
    /** Price and sell. */
    public static final Permission SELL = Permission.of("checkout.sell");
    /** Sell for more than the rules let a sale come to. */
    public static final Permission SELL_LARGE = Permission.of("checkout.sell-large");

    /** Take parts of checkouts back. */
    public static final Permission TAKE_BACK = Permission.of("checkout.take-back");

    /** See a day's payments and tell what was counted. */
    public static final Permission RECONCILE = Permission.of("checkout.reconcile");

    private CheckoutPermissions() {}
}
