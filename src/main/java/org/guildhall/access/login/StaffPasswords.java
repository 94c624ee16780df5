package org.guildhall.access.login;

import java.util.UUID;
import org.guildhall.access.staff.PasswordDesk;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.StaffId;
import org.springframework.stereotype.Component;

/** Passwords and sessions as the staff files see them. */
@Component
class StaffPasswords implements PasswordDesk {

    private static final UUID NO_EXCEPTION = new UUID(0, 0);

    private final Passwords passwords;
    private final StaffPasswordStore accounts;
    private final SessionStore sessions;
    private final LiveSessions live;
    private final BusinessTime time;

    StaffPasswords(
            Passwords passwords,
            StaffPasswordStore accounts,
            SessionStore sessions,
            LiveSessions live,
            BusinessTime time) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.live = live;
        this.time = time;
    }

    @Override
    public String oneTime() {
        return passwords.oneTime();
    }

    @Override
    public String hash(String password) {
        return passwords.hash(password);
    }

    @Override
    public void reset(StaffId staff, String password) {
        accounts.set(staff, passwords.hash(password), true, time.now());
        endSessions(staff);
    }

    @Override
    public void endSessions(StaffId staff) {
        sessions.revokeAll(staff, NO_EXCEPTION, time.now());
        live.forget(staff);
    }
}
