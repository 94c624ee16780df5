package org.guildhall.benefits;

import org.guildhall.access.Permission;

/** What posts can allow about benefits; the catalogue itself is a policy. */
public final class BenefitPermissions {

    /** See who is entitled to what and why, and what was used. */
    public static final Permission READ = Permission.of("benefits.read");
    /** Assign plans and give benefits to single persons, and take both away. */
    public static final Permission GRANT = Permission.of("benefits.grant");
    /** Make out one-time codes. */
    public static final Permission CODE = Permission.of("benefits.code");
    /** Check codes and record uses at a store of the own reach. */
    public static final Permission USE = Permission.of("benefits.use");
    /** Take uses back. */
    public static final Permission TAKE_BACK = Permission.of("benefits.take-back");
    /** Take lists out as files. */
    public static final Permission EXPORT = Permission.of("benefits.export");

    private BenefitPermissions() {}
}
