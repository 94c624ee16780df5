package org.guildhall.approvals;

import org.guildhall.access.Permission;
import org.guildhall.access.PermissionCatalogue;

/** The permissions of this module; what somebody may decide follows from the posts, not from these. */
public final class ApprovalPermissions {

    /** See and answer what waits for the own posts, follow the own requests, lend the own powers. */
    public static final Permission TAKE_PART = Permission.of("approvals.take-part");

    /** See every request. */
    public static final Permission READ_ALL = Permission.of("approvals.read-all");

    static final PermissionCatalogue CATALOGUE = PermissionCatalogue.of("approvals", TAKE_PART, READ_ALL);

    private ApprovalPermissions() {}
}
