package org.guildhall.sessioncards.acts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.StaffMember;
import org.guildhall.access.StaffQuery;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.sessioncards.ChangePlace;
import org.guildhall.sessioncards.PlaceDetails;
import org.guildhall.sessioncards.RotaView;
import org.guildhall.sessioncards.SessionCardPermissions;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.SetHours;
import org.guildhall.sessioncards.SlotView;
import org.guildhall.sessioncards.WeekHours;
import org.springframework.stereotype.Component;

/** Arranges hours and places of a store; each change is audited in its transaction. */
@Component
class RotaBook {

    private static final Actor LOOKING = new Actor.Machine("sessioncards");

    private final RotaStore rota;
    private final StaffDirectory staff;
    private final Surroundings surroundings;
    private final Audit audit;

    RotaBook(RotaStore rota, StaffDirectory staff, Surroundings surroundings, Audit audit) {
        this.rota = rota;
        this.staff = staff;
        this.surroundings = surroundings;
        this.audit = audit;
    }

    RotaView of(UnitId store) {
        surroundings.reach().requireStore(store, SessionCardPermissions.READ);
        return view(store);
    }

    RotaView setHours(UnitId store, SetHours command) {
        surroundings.reach().requireStore(store, SessionCardPermissions.ARRANGE);
        check(command);
        return surroundings.inTransaction(() -> {
            if (!rota.replace(
                    store,
                    command.hours(),
                    command.expectedRevision(),
                    surroundings.time().now())) {
                throw Refusal.of(new SessionCardRefusal.Stale(command.expectedRevision(), rota.revision(store)));
            }
            audit.record(AuditEntry.of(
                            "sessioncards.hours-set",
                            "unit",
                            store,
                            "count",
                            command.hours().size())
                    .in(store));
            return view(store);
        });
    }

    private void check(SetHours command) {
        var hours = command.hours();
        var names = staff.names(hours.stream()
                .map(WeekHours::staff)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        for (int i = 0; i < hours.size(); i++) {
            var one = hours.get(i);
            if (!one.from().isBefore(one.to())) {
                throw InvalidInput.of("hours[" + i + "].closes", one.closes(), "after-opening");
            }
            if (one.staff() != null && !names.containsKey(one.staff())) {
                throw InvalidInput.of("hours[" + i + "].staff", one.staff(), "known");
            }
            for (var other : hours.subList(0, i)) {
                if (Objects.equals(one.staff(), other.staff())
                        && one.weekday() == other.weekday()
                        && one.from().isBefore(other.to())
                        && other.from().isBefore(one.to())) {
                    throw InvalidInput.of("hours[" + i + "].opens", one.opens(), "no-overlap");
                }
            }
        }
    }

    RotaView enterPlace(UnitId store, PlaceDetails details) {
        surroundings.reach().requireStore(store, SessionCardPermissions.ARRANGE);
        var id = Ids.next(surroundings.time().clock());
        return surroundings.inTransaction(() -> {
            requireFree(store, details, null);
            rota.insert(id, store, details, surroundings.time().now());
            note("sessioncards.place-entered", id, store, details);
            return view(store);
        });
    }

    RotaView changePlace(UUID place, ChangePlace command) {
        surroundings.reach().require(SessionCardPermissions.ARRANGE);
        var row = rota.place(place).orElseThrow(() -> Refusal.of(new SessionCardRefusal.UnknownPlace(place)));
        var store = new UnitId(row.getStoreId());
        surroundings.reach().requireStore(store, SessionCardPermissions.ARRANGE);
        return surroundings.inTransaction(() -> {
            requireFree(store, command.details(), place);
            if (!rota.update(
                    place,
                    command.details(),
                    command.expectedRevision(),
                    surroundings.time().now())) {
                int actual = rota.place(place).orElseThrow().getRevision();
                throw Refusal.of(new SessionCardRefusal.Stale(command.expectedRevision(), actual));
            }
            note("sessioncards.place-changed", place, store, command.details());
            return view(store);
        });
    }

    private void requireFree(UnitId store, PlaceDetails details, @org.jspecify.annotations.Nullable UUID except) {
        if (rota.taken(store.value(), details.name(), except)) {
            throw Refusal.of(new SessionCardRefusal.NameTaken(details.name()));
        }
    }

    private void note(String act, UUID place, UnitId store, PlaceDetails details) {
        audit.record(AuditEntry.of(act, "session-place", place, "name", details.name(), "count", details.capacity())
                .in(store));
    }

    private RotaView view(UnitId store) {
        var hours = rota.hours(store);
        var people = new LinkedHashSet<SlotView.Person>();
        for (var one : working(store)) {
            people.add(new SlotView.Person(one.id(), one.name()));
        }
        var there =
                hours.stream().map(WeekHours::staff).filter(Objects::nonNull).distinct();
        staff.names(there.toList()).entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByValue())
                .forEach(one -> people.add(new SlotView.Person(one.getKey(), one.getValue())));
        return new RotaView(store, hours, rota.revision(store), rota.places(store), List.copyOf(people));
    }

    /** Who works at the store today; who arranges its hours needs no power over its staff to see their names. */
    private List<StaffMember> working(UnitId store) {
        var query = new StaffQuery(null, store, true, null, Slice.PAGE_LIMIT);
        return surroundings
                .reach()
                .access()
                .runAs(LOOKING, () -> staff.search(query).items());
    }

    /** The names of these people. */
    java.util.Map<StaffId, String> names(java.util.Collection<StaffId> ids) {
        return staff.names(ids);
    }
}
