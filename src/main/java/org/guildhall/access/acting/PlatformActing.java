package org.guildhall.access.acting;

import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.access.AccessPermissions;
import org.guildhall.kernel.Actor;
import org.guildhall.platform.Acting;
import org.springframework.stereotype.Component;

/** Tells the platform, which knows no permissions, who acts. */
@Component
class PlatformActing implements Acting {

    private final Access access;

    PlatformActing(Access access) {
        this.access = access;
    }

    @Override
    public Actor current() {
        return access.actor();
    }

    @Override
    public boolean mayAdminister() {
        return access.may(AccessPermissions.ADMINISTER);
    }

    @Override
    public <T> T as(Actor actor, Supplier<T> work) {
        return access.runAs(actor, work);
    }
}
