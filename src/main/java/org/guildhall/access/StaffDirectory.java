package org.guildhall.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;

/**
 * The people who work here. Every change is audited and none can give the one who makes it more than before.
 */
public interface StaffDirectory {

    /** A page of the staff in scope, by name; needs {@code access.staff-read}. */
    Slice<StaffMember> search(StaffQuery query);

    /** One staff member in scope; needs {@code access.staff-read}. */
    StaffMember get(StaffId id);

    /** The names of some staff members, whether they still work here or not; for code, without permission. */
    Map<StaffId, String> names(Collection<StaffId> ids);

    /** The staff member with this log-in name; for code, without permission. */
    Optional<StaffId> byUsername(String username);

    /** The posts somebody holds today; for code, without permission. */
    List<Appointment> heldToday(StaffId id);

    /** Who holds, held or will hold a post in the unit or below it; for code, without permission. */
    Set<StaffId> everIn(UnitId unit);

    /** Takes somebody on with a one-time password; needs {@code access.staff-write} for the units of the posts. */
    OneTimePassword hire(HireStaff command);

    /** Takes somebody on with a known password that need not be changed: for the demo company and tests, machine only. */
    StaffId hire(HireStaff command, String password);

    /** Changes the file; needs {@code access.staff-write}. */
    StaffMember change(StaffId id, ChangeStaff command);

    /** Appoints to a post; needs {@code access.staff-write} for the person and the unit. */
    StaffMember appoint(StaffId id, Appoint command);

    /** Ends an appointment on a day; needs {@code access.staff-write}. */
    StaffMember end(StaffId id, UUID appointment, LocalDate until);

    /** Gives a new one-time password, lifts a lock-out and ends all sessions; needs {@code access.staff-write}. */
    OneTimePassword resetPassword(StaffId id);
}
