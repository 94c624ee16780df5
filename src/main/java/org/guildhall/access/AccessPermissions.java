package org.guildhall.access;

/** The permissions of this module. */
public final class AccessPermissions {

    /** See staff members and their posts. */
    public static final Permission STAFF_READ = Permission.of("access.staff-read");

    /** Hire, change, appoint and dismiss staff, reset passwords, end sessions. */
    public static final Permission STAFF_WRITE = Permission.of("access.staff-write");

    /** See the organisation. */
    public static final Permission UNITS_READ = Permission.of("access.units-read");

    /** Open, move, rename and close units. */
    public static final Permission UNITS_WRITE = Permission.of("access.units-write");

    /** See posts, their powers and permissions. */
    public static final Permission POSTS_READ = Permission.of("access.posts-read");

    /** Define and revise posts. */
    public static final Permission POSTS_WRITE = Permission.of("access.posts-write");

    /** See, make and revoke API keys. */
    public static final Permission KEYS_WRITE = Permission.of("access.keys-write");

    /** Search and verify the audit log. */
    public static final Permission AUDIT_READ = Permission.of("access.audit-read");

    /** Run the installation: everybody's jobs, metrics. */
    public static final Permission ADMINISTER = Permission.of("access.administer");

    static final PermissionCatalogue CATALOGUE = PermissionCatalogue.of(
            "access",
            STAFF_READ,
            STAFF_WRITE,
            UNITS_READ,
            UNITS_WRITE,
            POSTS_READ,
            POSTS_WRITE,
            KEYS_WRITE,
            AUDIT_READ,
            ADMINISTER);

    private AccessPermissions() {}
}
