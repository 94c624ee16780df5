package org.guildhall.members;

import java.time.LocalDate;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Bring a known member to what another record of it says: values given are set, tags given are added, all others stay. With
 * a day of leaving the member is withdrawn from that day, unless the membership has ended already. The row is stored in full
 * or not at all.
 */
public record ReviseMember(
        MemberId id,
        MemberProfile set,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        @Nullable UnitId homeUnit,
        @Nullable Set<String> tags) {

    /** Whether it says where the member belongs. */
    public boolean assigns() {
        return homeUnit != null || (tags != null && !tags.isEmpty());
    }
}
