package org.guildhall.approvals.standing;

import java.util.Set;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The power to decide in the name of a post.
 *
 * @param holder who holds the post
 * @param selves every reference under which the holder acts
 * @param onBehalfOf name of the holder when the power is borrowed
 * @param units the units it reaches
 */
public record Claim(
        StaffId holder, Set<String> selves, @Nullable String onBehalfOf, String post, Set<UnitId> units) {

    /** Copies the sets. */
    public Claim {
        selves = Set.copyOf(selves);
        units = Set.copyOf(units);
    }

    /** Whether it reaches requests of this unit; those of the whole company are for every holder. */
    public boolean reaches(@Nullable UnitId unit) {
        return unit == null || units.contains(unit);
    }
}
