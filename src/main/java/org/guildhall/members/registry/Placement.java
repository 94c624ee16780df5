package org.guildhall.members.registry;

import java.util.List;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees that the home and the adviser somebody names for a member exist. */
@Component
public class Placement {

    private final Organisation organisation;
    private final StaffDirectory staff;

    Placement(Organisation organisation, StaffDirectory staff) {
        this.organisation = organisation;
        this.staff = staff;
    }

    /** Refused unless each is one the institution has, or none. */
    public void require(@Nullable UnitId home, @Nullable StaffId adviser) {
        if (home != null) {
            organisation.unit(home);
        }
        if (adviser != null && !staff.names(List.of(adviser)).containsKey(adviser)) {
            throw Refusal.of(new AccessRefusal.NoSuchStaff(adviser.toString()));
        }
    }
}
