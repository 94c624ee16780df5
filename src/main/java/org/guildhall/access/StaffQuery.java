package org.guildhall.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Which staff members to list.
 *
 * @param q part of the name or log-in name
 * @param unit only those with a post in this unit or below
 * @param working only those who work here today; everybody when false or absent
 */
public record StaffQuery(
        @Nullable @Size(max = 60) String q,
        @Nullable UnitId unit,
        @Nullable Boolean working,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {}
