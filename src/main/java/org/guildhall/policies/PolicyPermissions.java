package org.guildhall.policies;

import org.guildhall.access.Permission;
import org.guildhall.access.PermissionCatalogue;

/** The permissions of this module. */
public final class PolicyPermissions {

    /** See policies, their versions and the handbook. */
    public static final Permission READ = Permission.of("policies.read");

    /** Write and discard drafts, and preview them. */
    public static final Permission DRAFT = Permission.of("policies.draft");

    /** Publish drafts of others and withdraw versions that are not yet in force. */
    public static final Permission PUBLISH = Permission.of("policies.publish");

    static final PermissionCatalogue CATALOGUE = PermissionCatalogue.of("policies", READ, DRAFT, PUBLISH);

    private PolicyPermissions() {}
}
