package org.guildhall.access.login;

import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ChangePassword;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Lets somebody choose another password, which ends all sessions but the one it was chosen in. */
@Component
class OwnPassword {

    private final StaffPasswordStore accounts;
    private final Passwords passwords;
    private final SessionEnd sessions;
    private final Audit audit;
    private final BusinessTime time;

    OwnPassword(StaffPasswordStore accounts, Passwords passwords, SessionEnd sessions, Audit audit, BusinessTime time) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.time = time;
    }

    void change(ChangePassword command, Stored session) {
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
        sessions.others(id, session.id());
        audit.record(AuditEntry.of("access.password-changed", "staff", id));
    }
}
