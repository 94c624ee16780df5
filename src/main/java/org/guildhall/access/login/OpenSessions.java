package org.guildhall.access.login;

import static org.guildhall.access.AccessPermissions.STAFF_WRITE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ChangePassword;
import org.guildhall.access.Credentials;
import org.guildhall.access.Grant;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.ScopeLevel;
import org.guildhall.access.SessionRow;
import org.guildhall.access.SessionView;
import org.guildhall.access.Sessions;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.access.organisation.OrganisationMemory;
import org.guildhall.access.staff.StaffFiles;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens, shows and ends sessions. */
@Component
class OpenSessions implements Sessions {

    private static final UUID NONE = new UUID(0, 0);

    private final SignIn signIn;
    private final SessionStore store;
    private final LiveSessions live;
    private final StaffPasswordStore accounts;
    private final Passwords passwords;
    private final StaffFiles staff;
    private final OrganisationMemory organisation;
    private final Audit audit;
    private final BusinessTime time;

    OpenSessions(
            SignIn signIn,
            SessionStore store,
            LiveSessions live,
            StaffPasswordStore accounts,
            Passwords passwords,
            StaffFiles staff,
            OrganisationMemory organisation,
            Audit audit,
            BusinessTime time) {
        this.signIn = signIn;
        this.store = store;
        this.live = live;
        this.accounts = accounts;
        this.passwords = passwords;
        this.staff = staff;
        this.organisation = organisation;
        this.audit = audit;
        this.time = time;
    }

    @Override
    public Opened open(Credentials credentials, Origin origin) {
        var entered = signIn.enter(credentials, origin);
        return new Opened(entered.token(), view(entered.session()));
    }

    @Override
    public SessionView current() {
        return view(CurrentSession.require());
    }

    @Override
    @Transactional
    public void close() {
        var session = CurrentSession.require();
        end(session.id(), session.actor().id(), "access.logged-out");
    }

    @Override
    public List<SessionRow> mine() {
        return rows(CurrentSession.require().actor().id());
    }

    @Override
    @Transactional
    public void revoke(UUID session) {
        end(session, CurrentSession.require().actor().id(), "access.session-revoked");
    }

    @Override
    public List<SessionRow> of(StaffId id) {
        staff.requireInScope(id, STAFF_WRITE);
        return rows(id);
    }

    @Override
    @Transactional
    public void revokeAll(StaffId id) {
        staff.requireInScope(id, STAFF_WRITE);
        int ended = store.revokeAll(id, NONE, time.now());
        live.forget(id);
        audit.record(AuditEntry.of("access.sessions-revoked", "staff", id, "ended", ended));
    }

    @Override
    @Transactional
    public void changePassword(ChangePassword command) {
        var session = CurrentSession.require();
        var id = session.actor().id();
        var account = accounts.find(id).orElseThrow(() -> Refusal.of(new AccessRefusal.Unauthenticated()));
        if (!passwords.matches(command.current(), account.hash())) {
            throw InvalidInput.of("current", null, "password-wrong");
        }
        if (command.next().equals(command.current())) {
            throw InvalidInput.of("next", null, "password-same");
        }
        passwords.requireGood("next", command.next(), account.login());
        accounts.set(id, passwords.hash(command.next()), false, time.now());
        store.revokeAll(id, session.id(), time.now());
        live.forget(id);
        audit.record(AuditEntry.of("access.password-changed", "staff", id));
    }

    private void end(UUID session, StaffId owner, String act) {
        if (store.revoke(session, owner, time.now()) == 0) {
            throw Refusal.of(new AccessRefusal.NoSuchSession(session.toString()));
        }
        live.forget(owner);
        audit.record(AuditEntry.of(act, "staff", owner, "session", session.toString()));
    }

    private List<SessionRow> rows(StaffId owner) {
        var current = CurrentSession.find().map(Stored::id).orElse(NONE);
        return store.of(owner, time.now()).stream()
                .map(session -> new SessionRow(
                        session.id(),
                        session.createdAt(),
                        live.lastSeen(session),
                        session.expiresAt(),
                        session.agent(),
                        session.address(),
                        session.id().equals(current)))
                .toList();
    }

    private SessionView view(Stored session) {
        var id = session.actor().id();
        var file = staff.file(id);
        var today = time.today();
        var held = file.appointments().stream()
                .filter(post -> !post.from().isAfter(today)
                        && (post.until() == null || post.until().isAfter(today)))
                .toList();
        var grants = new ArrayList<Grant>();
        organisation.scopes(id).forEach((permission, scope) -> grants.add(new Grant(permission, level(scope))));
        grants.sort(Comparator.<Grant, Permission>comparing(Grant::permission));
        return new SessionView(
                id,
                file.username(),
                file.name(),
                file.mustChangePassword(),
                held,
                grants,
                organisation.today().decisions(id),
                session.expiresAt());
    }

    private static ScopeLevel level(Scope scope) {
        return switch (scope) {
            case Scope.All all -> ScopeLevel.ALL;
            case Scope.Units units -> ScopeLevel.BRANCH;
            case Scope.Group group -> ScopeLevel.GROUP;
            case Scope.Own own -> ScopeLevel.OWN;
            case Scope.Several(var parts) ->
                parts.stream()
                        .map(OpenSessions::level)
                        .max(Comparator.naturalOrder())
                        .orElse(ScopeLevel.OWN);
        };
    }
}
