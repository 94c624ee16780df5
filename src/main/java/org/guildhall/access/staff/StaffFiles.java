package org.guildhall.access.staff;

import static org.guildhall.access.AccessPermissions.STAFF_READ;
import static org.guildhall.access.AccessPermissions.STAFF_WRITE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Appoint;
import org.guildhall.access.Appointment;
import org.guildhall.access.ChangeStaff;
import org.guildhall.access.HireStaff;
import org.guildhall.access.OneTimePassword;
import org.guildhall.access.Permission;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.StaffMember;
import org.guildhall.access.StaffQuery;
import org.guildhall.access.organisation.OrganisationMemory;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.Cursors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the staff files and hands changes on. */
@Component
public class StaffFiles implements StaffDirectory {

    private static final int PAGE = 50;

    private final StaffStore store;
    private final StaffChanges changes;
    private final OrganisationMemory organisation;
    private final Access access;
    private final BusinessTime time;

    StaffFiles(
            StaffStore store, StaffChanges changes, OrganisationMemory organisation, Access access, BusinessTime time) {
        this.store = store;
        this.changes = changes;
        this.organisation = organisation;
        this.access = access;
        this.time = time;
    }

    @Override
    public Slice<StaffMember> search(StaffQuery query) {
        var scope = access.require(STAFF_READ);
        int limit = Objects.requireNonNullElse(query.limit(), PAGE);
        var units = query.unit() == null ? null : organisation.today().tree().subtree(query.unit());
        var condition = StaffSearch.condition(scope).and(StaffSearch.asked(query, units, time.today()));
        var rows = store.find(condition, after(query.cursor()), limit + 1).stream()
                .map(this::named)
                .toList();
        return Slice.cut(rows, limit, last -> Cursors.encode(last.name(), last.id()), null);
    }

    @Override
    public StaffMember get(StaffId id) {
        return requireInScope(id, STAFF_READ);
    }

    /**
     * The file of somebody within the actor's scope of a permission; out of it there is nobody. Who once held a post in the scope
     * may be seen from there, but is changed only while holding it or before it begins.
     */
    public StaffMember requireInScope(StaffId id, Permission permission) {
        var scope = access.require(permission);
        var file = file(id);
        var since = permission.equals(STAFF_WRITE) ? time.today() : LocalDate.MIN;
        if (!StaffSearch.includes(scope, file, since)) {
            throw Refusal.of(new AccessRefusal.NoSuchStaff(id.toString()));
        }
        return file;
    }

    /** The file, whoever asks. */
    public StaffMember file(StaffId id) {
        return store.get(id)
                .map(this::named)
                .orElseThrow(() -> Refusal.of(new AccessRefusal.NoSuchStaff(id.toString())));
    }

    @Override
    public Map<StaffId, String> names(Collection<StaffId> ids) {
        return ids.isEmpty() ? Map.of() : store.names(ids);
    }

    @Override
    public Optional<StaffId> byUsername(String username) {
        return store.byLogin(username.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Appointment> heldToday(StaffId id) {
        var today = time.today();
        var file = file(id);
        var left = file.leftOn();
        return left != null && !left.isAfter(today)
                ? List.of()
                : file.appointments().stream()
                        .filter(held -> !held.from().isAfter(today))
                        .filter(held -> held.until() == null || held.until().isAfter(today))
                        .toList();
    }

    @Override
    public Set<StaffId> everIn(UnitId unit) {
        return store.everIn(organisation.today().tree().subtree(unit));
    }

    @Override
    public OneTimePassword hire(HireStaff command) {
        return changes.hire(command, access.require(STAFF_WRITE));
    }

    @Override
    public StaffId hire(HireStaff command, String password) {
        return changes.hire(command, password);
    }

    @Override
    public StaffMember change(StaffId id, ChangeStaff command) {
        changes.change(requireInScope(id, STAFF_WRITE).id(), command);
        return file(id);
    }

    @Override
    public StaffMember appoint(StaffId id, Appoint command) {
        changes.appoint(requireInScope(id, STAFF_WRITE).id(), command, access.require(STAFF_WRITE));
        return file(id);
    }

    @Override
    public StaffMember end(StaffId id, UUID appointment, LocalDate until) {
        changes.end(requireInScope(id, STAFF_WRITE).id(), appointment, until, access.require(STAFF_WRITE));
        return file(id);
    }

    @Override
    public OneTimePassword resetPassword(StaffId id) {
        return changes.resetPassword(requireInScope(id, STAFF_WRITE).id(), access.require(STAFF_WRITE));
    }

    private StaffMember named(StaffMember file) {
        var tree = organisation.today().tree();
        var posts = file.appointments().stream()
                .map(held -> {
                    var unit = tree.get(held.unit());
                    return new Appointment(
                            held.id(),
                            held.post(),
                            held.postCode(),
                            held.postName(),
                            held.unit(),
                            unit == null ? "" : unit.name(),
                            held.from(),
                            held.until());
                })
                .toList();
        return new StaffMember(
                file.id(),
                file.username(),
                file.name(),
                file.contact(),
                file.enteredOn(),
                file.leftOn(),
                file.mustChangePassword(),
                file.lockedUntil(),
                file.version(),
                posts);
    }

    private static StaffStore.@Nullable After after(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 2);
        return values.isEmpty() ? null : new StaffStore.After(values.get(0), values.id(1));
    }
}
