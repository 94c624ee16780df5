package org.guildhall.access.staff;

import static org.guildhall.access.AccessPermissions.STAFF_WRITE;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.AccessPermissions;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Appoint;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ChangeStaff;
import org.guildhall.access.HireStaff;
import org.guildhall.access.OneTimePassword;
import org.guildhall.access.Organisation;
import org.guildhall.access.Posts;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.access.StaffMember;
import org.guildhall.access.organisation.OrganisationChange;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Hires, appoints, changes; each change audited and through the one way that guards the own powers. */
@Component
class StaffChanges {

    private final StaffStore store;
    private final OrganisationChange changes;
    private final Organisation organisation;
    private final Posts posts;
    private final PasswordDesk passwords;
    private final Access access;
    private final Audit audit;
    private final BusinessTime time;

    StaffChanges(
            StaffStore store,
            OrganisationChange changes,
            Organisation organisation,
            Posts posts,
            PasswordDesk passwords,
            Access access,
            Audit audit,
            BusinessTime time) {
        this.store = store;
        this.changes = changes;
        this.organisation = organisation;
        this.posts = posts;
        this.passwords = passwords;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    OneTimePassword hire(HireStaff command, Scope scope) {
        if (command.appointments().isEmpty() && !(scope instanceof Scope.All)) {
            throw InvalidInput.of("appointments", "[]", "required");
        }
        var password = passwords.oneTime();
        var id = changes.make(() -> insert(command, new StaffStore.Password(passwords.hash(password), true), scope));
        return new OneTimePassword(id, login(command.username()), password);
    }

    StaffId hire(HireStaff command, String password) {
        if (!(access.actor() instanceof Actor.Machine)) {
            throw Refusal.of(new AccessRefusal.Denied(AccessPermissions.STAFF_WRITE.code()));
        }
        var hashed = new StaffStore.Password(passwords.hash(password), false);
        return changes.make(() -> insert(command, hashed, new Scope.All()));
    }

    void change(StaffMember file, ChangeStaff command) {
        changes.make(() -> {
            if (file.version() != command.expectedVersion()) {
                throw Refusal.of(new AccessRefusal.StaleVersion(command.expectedVersion(), file.version()));
            }
            var leftOn = command.leftOn();
            if (leftOn != null && leftOn.isBefore(file.enteredOn())) {
                throw InvalidInput.of("leftOn", leftOn, "not-before-entry");
            }
            store.update(file.id(), command);
            boolean leaves = leftOn != null && !leftOn.equals(file.leftOn());
            if (leaves) {
                passwords.endSessions(file.id());
            }
            audit.record(AuditEntry.of(
                    leaves ? "access.staff-left" : "access.staff-changed",
                    "staff",
                    file.id(),
                    "name",
                    command.name(),
                    "leftOn",
                    leftOn == null ? "" : leftOn.toString()));
            return file.id();
        });
    }

    void appoint(StaffMember file, Appoint command, Scope scope) {
        changes.make(() -> {
            var left = file.leftOn();
            if (left != null && !left.isAfter(command.from())) {
                throw Refusal.of(new AccessRefusal.HasLeft(file.name()));
            }
            return appoint(file.id(), command, scope);
        });
    }

    void end(StaffMember file, UUID appointment, LocalDate until) {
        changes.make(() -> {
            var held = file.appointments().stream()
                    .filter(post -> post.id().equals(appointment))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(new AccessRefusal.NoSuchAppointment(appointment.toString())));
            if (until.isBefore(held.from())) {
                throw InvalidInput.of("until", until, "not-before-from");
            }
            store.end(appointment, until, time.now(), access.actor());
            audit.record(AuditEntry.of(
                            "access.appointment-ended",
                            "staff",
                            file.id(),
                            "post",
                            held.postCode(),
                            "until",
                            until.toString())
                    .in(held.unit()));
            return appointment;
        });
    }

    OneTimePassword resetPassword(StaffMember file) {
        var password = passwords.oneTime();
        changes.make(() -> {
            passwords.reset(file.id(), password);
            audit.record(AuditEntry.of("access.password-reset", "staff", file.id()));
            return file.id();
        });
        return new OneTimePassword(file.id(), file.username(), password);
    }

    private StaffId insert(HireStaff command, StaffStore.Password password, Scope scope) {
        var login = login(command.username());
        if (store.byLogin(login).isPresent()) {
            throw Refusal.of(new AccessRefusal.LoginTaken(login));
        }
        var id = StaffId.of(Ids.next(time.clock()));
        store.insert(id, command, login, password, time.now());
        audit.record(AuditEntry.of(
                "access.staff-hired",
                "staff",
                id,
                "username",
                login,
                "name",
                command.name(),
                "enteredOn",
                command.enteredOn().toString()));
        command.appointments().forEach(appointment -> appoint(id, appointment, scope));
        return id;
    }

    private UUID appoint(StaffId staff, Appoint command, Scope scope) {
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
        var id = Ids.next(time.clock());
        store.appoint(id, staff, command, time.now(), access.actor());
        audit.record(AuditEntry.of(
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

    private void requireUnit(UnitId unit, LocalDate from, Scope scope) {
        List<LocalDate> days = List.of(from, time.today());
        boolean exists =
                days.stream().anyMatch(day -> organisation.units(day).stream().anyMatch(u -> u.id().equals(unit)));
        if (!exists) {
            throw Refusal.of(new AccessRefusal.NoSuchUnit(unit.toString()));
        }
        if (!Scopes.includes(scope, unit, null)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(STAFF_WRITE.code(), unit.toString()));
        }
    }

    private static String login(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
