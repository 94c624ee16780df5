package org.guildhall.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The company's units as an effective-dated tree. Reading from code needs no permission and costs a look-up in memory;
 * {@link #chart}, {@link #history} and the changes are for people and programs with theirs.
 */
public interface Organisation {

    /** All units open on a day, parents before children, then by code. */
    List<Unit> units(LocalDate on);

    /** The unit as it is today, open or closed; refused {@code access.no-such-unit}. */
    Unit unit(UnitId id);

    /** The unit open today with this code. */
    Optional<Unit> byCode(String code);

    /** The stores open today, by code. */
    List<Unit> stores();

    /** The unit and all below it today. */
    Set<UnitId> subtree(UnitId id);

    /** The organisation on a day (today if absent); needs {@code access.units-read}. */
    List<Unit> chart(@Nullable LocalDate on);

    /** All recorded states of a unit, newest first; needs {@code access.units-read}. */
    List<Unit> history(UnitId id);

    /** Opens a unit; needs {@code access.units-write} for the unit above. */
    Unit open(OpenUnit command);

    /** Changes a unit; needs {@code access.units-write} for it and for where it goes. */
    Unit change(UnitId id, ChangeUnit command);
}
