package org.guildhall.sessioncards;

import org.guildhall.access.Permission;

/** What posts can allow about session cards and bookings. */
public final class SessionCardPermissions {

    /** See products, cards and bookings. */
    public static final Permission READ = Permission.of("sessioncards.read");
    /** Enter services and products, put products on sale and withdraw them. */
    public static final Permission CONFIGURE = Permission.of("sessioncards.configure");
    /** Enter places and weekly hours of a store. */
    public static final Permission ARRANGE = Permission.of("sessioncards.arrange");
    /** Sell cards at a store of the own reach. */
    public static final Permission SELL = Permission.of("sessioncards.sell");
    /** Use sessions at a store of the own reach. */
    public static final Permission USE = Permission.of("sessioncards.use");
    /** Book, move, cancel and end bookings at a store of the own reach. */
    public static final Permission BOOK = Permission.of("sessioncards.book");
    /** Give used sessions back to the card. */
    public static final Permission REVERSE = Permission.of("sessioncards.reverse");
    /** Let cards be used for longer. */
    public static final Permission EXTEND = Permission.of("sessioncards.extend");
    /** Activate cards again that ended with sessions left. */
    public static final Permission REACTIVATE = Permission.of("sessioncards.reactivate");
    /** Calculate and make refunds, up to the amount the rules allow alone. */
    public static final Permission REFUND = Permission.of("sessioncards.refund");
    /** Make refunds of any amount. */
    public static final Permission REFUND_LARGE = Permission.of("sessioncards.refund-large");
    /** Take lists out as files. */
    public static final Permission EXPORT = Permission.of("sessioncards.export");

    private SessionCardPermissions() {}
}
