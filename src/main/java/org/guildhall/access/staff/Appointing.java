package org.guildhall.access.staff;

import static org.guildhall.access.AccessPermissions.STAFF_WRITE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Appoint;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Organisation;
import org.guildhall.access.Posts;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.access.StaffMember;
import org.guildhall.access.Witness;
import org.guildhall.access.organisation.OwnPowers;
import org.guildhall.access.organisation.OwnPowers.Place;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Begins and ends appointments to posts, within a reach; the caller sees to it that it is one change. */
@Component
class Appointing {

    private final StaffStore store;
    private final Organisation organisation;
    private final Posts posts;
    private final OwnPowers own;
    private final Witness witness;

    Appointing(StaffStore store, Organisation organisation, Posts posts, OwnPowers own, Witness witness) {
        this.store = store;
        this.organisation = organisation;
        this.posts = posts;
        this.own = own;
        this.witness = witness;
    }

    UUID begin(StaffId staff, Appoint command, Scope scope) {
        if (command.until() != null && command.until().isBefore(command.from())) {
            throw InvalidInput.of("until", command.until(), "not-before-from");
        }
        var post = posts.find(command.post())
                .orElseThrow(() ->
                        Refusal.of(new AccessRefusal.NoSuchPost(command.post().toString())));
        if (post.retired()) {
            throw Refusal.of(new AccessRefusal.PostRetired(post.name()));
        }
        requireUnit(command.unit(), command.from(), scope);
        own.requireCover(List.of(new Place(post, command.unit())), scope);
        var id = Ids.next(witness.time().clock());
        store.appoint(id, staff, command, witness.time().now(), witness.access().actor());
        witness.audit()
                .record(AuditEntry.of(
                                "access.appointed",
                                "staff",
                                staff,
                                "post",
                                post.code(),
                                "from",
                                command.from().toString())
                        .in(command.unit()));
        return id;
    }

    UUID end(StaffMember file, UUID appointment, LocalDate until, Scope scope) {
        var held = file.appointments().stream()
                .filter(post -> post.id().equals(appointment))
                .findFirst()
                .orElseThrow(() -> Refusal.of(new AccessRefusal.NoSuchAppointment(appointment.toString())));
        if (until.isBefore(held.from())) {
            throw InvalidInput.of("until", until, "not-before-from");
        }
        if (held.until() != null && until.isAfter(held.until())) {
            throw InvalidInput.of("until", until, "not-after-end");
        }
        requireReach(held.unit(), scope);
        store.end(appointment, until, witness.time().now(), witness.access().actor());
        witness.audit()
                .record(AuditEntry.of(
                                "access.appointment-ended",
                                "staff",
                                file.id(),
                                "post",
                                held.postCode(),
                                "until",
                                until.toString())
                        .in(held.unit()));
        return appointment;
    }

    private void requireUnit(UnitId unit, LocalDate from, Scope scope) {
        List<LocalDate> days = List.of(from, witness.time().today());
        boolean exists =
                days.stream().anyMatch(day -> organisation.units(day).stream().anyMatch(u -> u.id().equals(unit)));
        if (!exists) {
            throw Refusal.of(new AccessRefusal.NoSuchUnit(unit.toString()));
        }
        requireReach(unit, scope);
    }

    /** Whoever takes over somebody's log-in takes over these posts with it, now or on the day they begin. */
    void requireCover(StaffMember file, Scope scope) {
        var today = witness.time().today();
        var places = file.appointments().stream()
                .filter(held -> held.until() == null || held.until().isAfter(today))
                .map(held -> new Place(posts.find(held.post()).orElseThrow(), held.unit()))
                .toList();
        own.requireCover(places, scope);
    }

    private static void requireReach(UnitId unit, Scope scope) {
        if (!Scopes.includes(scope, unit, null)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(STAFF_WRITE.code(), unit.toString()));
        }
    }
}
