package org.guildhall.access.login;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guildhall.access.Grant;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.ScopeLevel;
import org.guildhall.access.SessionRow;
import org.guildhall.access.SessionView;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.access.organisation.OrganisationMemory;
import org.guildhall.access.staff.StaffFiles;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.StaffId;
import org.springframework.stereotype.Component;

/** Shows what a session lets its owner do, and which sessions somebody has open. */
@Component
class SessionViews {

    private final SessionStore store;
    private final LiveSessions live;
    private final StaffFiles staff;
    private final OrganisationMemory organisation;
    private final BusinessTime time;

    SessionViews(
            SessionStore store,
            LiveSessions live,
            StaffFiles staff,
            OrganisationMemory organisation,
            BusinessTime time) {
        this.store = store;
        this.live = live;
        this.staff = staff;
        this.organisation = organisation;
        this.time = time;
    }

    List<SessionRow> of(StaffId owner) {
        var current = CurrentSession.find().map(Stored::id);
        return store.of(owner, time.now()).stream()
                .map(session -> new SessionRow(
                        session.id(),
                        session.createdAt(),
                        live.lastSeen(session),
                        session.expiresAt(),
                        session.agent(),
                        session.address(),
                        current.filter(session.id()::equals).isPresent()))
                .toList();
    }

    SessionView of(Stored session) {
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
                        .map(SessionViews::level)
                        .max(Comparator.naturalOrder())
                        .orElse(ScopeLevel.OWN);
        };
    }
}
