package org.guildhall.members;

import java.util.Set;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Who looks after members and how they are marked; what is null stays, {@code clear…} empties. */
public record Assignment(
        @Nullable UnitId homeUnit,
        @Nullable Boolean clearHomeUnit,
        @Nullable StaffId adviser,
        @Nullable Boolean clearAdviser,
        @Nullable Set<String> addTags,
        @Nullable Set<String> removeTags,
        @Nullable String reason) {}
