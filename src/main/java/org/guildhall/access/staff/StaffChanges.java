package org.guildhall.access.staff;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.access.AccessPermissions;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Appoint;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ChangeStaff;
import org.guildhall.access.HireStaff;
import org.guildhall.access.OneTimePassword;
import org.guildhall.access.Scope;
import org.guildhall.access.StaffMember;
import org.guildhall.access.Witness;
import org.guildhall.access.organisation.OrganisationChange;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.springframework.stereotype.Component;

/** Hires, appoints, changes; each change audited and through the one way that guards the own powers. */
@Component
class StaffChanges {

    private final StaffStore store;
    private final OrganisationChange changes;
    private final Appointing appointing;
    private final PasswordDesk passwords;
    private final Witness witness;

    StaffChanges(
            StaffStore store,
            OrganisationChange changes,
            Appointing appointing,
            PasswordDesk passwords,
            Witness witness) {
        this.store = store;
        this.changes = changes;
        this.appointing = appointing;
        this.passwords = passwords;
        this.witness = witness;
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
        if (!(witness.access().actor() instanceof Actor.Machine)) {
            throw Refusal.of(new AccessRefusal.Denied(AccessPermissions.STAFF_WRITE.code()));
        }
        var hashed = new StaffStore.Password(passwords.hash(password), false);
        return changes.make(() -> insert(command, hashed, new Scope.All()));
    }

    void change(StaffId id, ChangeStaff command) {
        changes.make(() -> {
            var file = present(id);
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
            witness.audit()
                    .record(AuditEntry.of(
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

    void appoint(StaffId id, Appoint command, Scope scope) {
        changes.make(() -> {
            var file = present(id);
            var left = file.leftOn();
            if (left != null && !left.isAfter(command.from())) {
                throw Refusal.of(new AccessRefusal.HasLeft(file.name()));
            }
            return appointing.begin(file.id(), command, scope);
        });
    }

    void end(StaffId id, UUID appointment, LocalDate until, Scope scope) {
        changes.make(() -> appointing.end(present(id), appointment, until, scope));
    }

    OneTimePassword resetPassword(StaffId id, Scope scope) {
        var password = passwords.oneTime();
        var username = changes.make(() -> {
            var file = present(id);
            appointing.requireCover(file, scope);
            passwords.reset(file.id(), password);
            witness.audit().record(AuditEntry.of("access.password-reset", "staff", file.id()));
            return file.username();
        });
        return new OneTimePassword(id, username, password);
    }

    /** The file as it is now that nobody else changes any: what the caller saw may be older. */
    private StaffMember present(StaffId id) {
        return store.get(id).orElseThrow();
    }

    private StaffId insert(HireStaff command, StaffStore.Password password, Scope scope) {
        var login = login(command.username());
        if (store.byLogin(login).isPresent()) {
            throw Refusal.of(new AccessRefusal.LoginTaken(login));
        }
        var id = StaffId.of(Ids.next(witness.time().clock()));
        store.insert(id, command, login, password, witness.time().now());
        witness.audit()
                .record(AuditEntry.of(
                        "access.staff-hired",
                        "staff",
                        id,
                        "username",
                        login,
                        "name",
                        command.name(),
                        "enteredOn",
                        command.enteredOn().toString()));
        command.appointments().forEach(appointment -> appointing.begin(id, appointment, scope));
        return id;
    }

    private static String login(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
