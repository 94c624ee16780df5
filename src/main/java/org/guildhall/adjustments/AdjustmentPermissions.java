package org.guildhall.adjustments;

import org.guildhall.access.Permission;

/** What posts can allow about changes by hand as a whole; making one is {@code ledger.adjust}. */
public final class AdjustmentPermissions {

    /** See who gave and took what by hand. */
    public static final Permission READ = Permission.of("adjustments.read");
    /** Take that list out as a file. */
    public static final Permission EXPORT = Permission.of("adjustments.export");

    private AdjustmentPermissions() {}
}
