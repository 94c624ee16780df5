package org.guildhall.access;

import java.util.List;

/** The permissions a module knows; each module with guarded acts offers one as a bean. */
public record PermissionCatalogue(String module, List<Permission> permissions) {

    /** Checks that the module declares only its own. */
    public PermissionCatalogue {
        permissions = List.copyOf(permissions);
        for (var permission : permissions) {
            if (!permission.module().equals(module)) {
                throw new IllegalArgumentException(permission + " is not of module " + module);
            }
        }
    }

    /** The catalogue of a module with these permissions. */
    public static PermissionCatalogue of(String module, Permission... permissions) {
        return new PermissionCatalogue(module, List.of(permissions));
    }
}
