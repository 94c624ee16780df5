package org.guildhall.loyalty;

import org.guildhall.access.Permission;

/** What posts can allow about loyalty. */
public final class LoyaltyPermissions {

    /** See purchases, standings and why. */
    public static final Permission READ = Permission.of("loyalty.read");
    /** Record purchases and returns. */
    public static final Permission RECORD = Permission.of("loyalty.record");
    /** Record purchases by hand that are larger than what one's post may. */
    public static final Permission RECORD_LARGE = Permission.of("loyalty.record-large");
    /** Record check-ins, answered surveys and members brought. */
    public static final Permission RECORD_OCCASIONS = Permission.of("loyalty.record-occasions");
    /** Take them back. */
    public static final Permission TAKE_BACK_OCCASIONS = Permission.of("loyalty.take-back-occasions");
    /** Give tiers by hand. */
    public static final Permission GRANT_TIER = Permission.of("loyalty.grant-tier");
    /** Try draft rules on past purchases. */
    public static final Permission TRY = Permission.of("loyalty.try");
    /** See the runs of expiry and of tier reviews. */
    public static final Permission RUNS_READ = Permission.of("loyalty.runs-read");
    /** Repeat and undo them. */
    public static final Permission RUN = Permission.of("loyalty.run");
    /** See what simulations of drafts came to. */
    public static final Permission SIMULATIONS_READ = Permission.of("loyalty.simulations-read");
    /** Simulate drafts and take the figures out. */
    public static final Permission SIMULATE = Permission.of("loyalty.simulate");

    private LoyaltyPermissions() {}
}
