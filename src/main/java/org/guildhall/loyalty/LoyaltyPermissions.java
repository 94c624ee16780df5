package org.guildhall.loyalty;

import org.guildhall.access.Permission;

/** What posts can allow about loyalty. */
public final class LoyaltyPermissions {

    /** See purchases, standings and why. */
    public static final Permission READ = Permission.of("loyalty.read");
    /** Record purchases and returns. */
    public static final Permission RECORD = Permission.of("loyalty.record");
    /** Give tiers by hand. */
    public static final Permission GRANT_TIER = Permission.of("loyalty.grant-tier");
    /** Try draft rules on past purchases. */
    public static final Permission TRY = Permission.of("loyalty.try");

    private LoyaltyPermissions() {}
}
