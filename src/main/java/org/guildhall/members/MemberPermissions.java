package org.guildhall.members;

import org.guildhall.access.Permission;

/** What posts can allow about members. */
public final class MemberPermissions {

    /** See members, masked. */
    public static final Permission READ = Permission.of("members.read");
    /** Enter members and change their values. */
    public static final Permission WRITE = Permission.of("members.write");
    /** Move members through the life cycle. */
    public static final Permission TRANSITION = Permission.of("members.transition");
    /** Set tags, adviser and home store. */
    public static final Permission ASSIGN = Permission.of("members.assign");
    /** See single clear values for a stated reason. */
    public static final Permission REVEAL = Permission.of("members.reveal");
    /** See clear values everywhere. */
    public static final Permission UNMASKED = Permission.of("members.unmasked");
    /** Take lists out as files. */
    public static final Permission EXPORT = Permission.of("members.export");
    /** Record what members agree to. */
    public static final Permission CONSENT = Permission.of("members.consent");
    /** Erase the personal values of former members. */
    public static final Permission ERASE = Permission.of("members.erase");
    /** Define custom attributes and tags. */
    public static final Permission CONFIGURE = Permission.of("members.configure");

    private MemberPermissions() {}
}
