package org.guildhall.access;

import java.time.LocalDate;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * An organisation unit as it is from a date on.
 *
 * @param version counts the unit's changes; what a change must name as expected
 */
public record Unit(
        UnitId id,
        UnitKind kind,
        String code,
        String name,
        @Nullable UnitId parent,
        boolean open,
        int version,
        LocalDate effectiveFrom) {}
