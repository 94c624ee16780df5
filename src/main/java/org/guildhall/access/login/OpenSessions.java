package org.guildhall.access.login;

import static org.guildhall.access.AccessPermissions.STAFF_WRITE;

import java.util.List;
import java.util.UUID;
import org.guildhall.access.ChangePassword;
import org.guildhall.access.Credentials;
import org.guildhall.access.EntranceView;
import org.guildhall.access.SessionRow;
import org.guildhall.access.SessionView;
import org.guildhall.access.Sessions;
import org.guildhall.access.staff.StaffFiles;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.StaffId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens, shows and ends sessions. */
@Component
class OpenSessions implements Sessions {

    private final SignIn signIn;
    private final SessionViews views;
    private final SessionEnd end;
    private final OwnPassword password;
    private final StaffFiles staff;
    private final BusinessTime time;

    OpenSessions(
            SignIn signIn,
            SessionViews views,
            SessionEnd end,
            OwnPassword password,
            StaffFiles staff,
            BusinessTime time) {
        this.signIn = signIn;
        this.views = views;
        this.end = end;
        this.password = password;
        this.staff = staff;
        this.time = time;
    }

    @Override
    public Opened open(Credentials credentials, Origin origin) {
        var entered = signIn.enter(credentials, origin);
        return new Opened(entered.token(), views.of(entered.session()));
    }

    @Override
    public SessionView current() {
        return views.of(CurrentSession.require());
    }

    @Override
    public EntranceView entrance() {
        return new EntranceView(
                CurrentSession.find().isPresent() ? current() : null,
                time.zone().getId());
    }

    @Override
    @Transactional
    public void close() {
        var session = CurrentSession.require();
        end.one(session.id(), session.actor().id(), "access.logged-out");
    }

    @Override
    public List<SessionRow> mine() {
        return views.of(CurrentSession.require().actor().id());
    }

    @Override
    @Transactional
    public void revoke(UUID session) {
        end.one(session, CurrentSession.require().actor().id(), "access.session-revoked");
    }

    @Override
    public List<SessionRow> of(StaffId id) {
        staff.requireInScope(id, STAFF_WRITE);
        return views.of(id);
    }

    @Override
    @Transactional
    public void revokeAll(StaffId id) {
        staff.requireInScope(id, STAFF_WRITE);
        end.all(id);
    }

    @Override
    public void changePassword(ChangePassword command) {
        password.change(command, CurrentSession.require());
    }
}
