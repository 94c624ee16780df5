package org.guildhall.access.login;

import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ChangePassword;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.access.login.StaffPasswordStore.Account;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets somebody choose another password, which ends all sessions but the one it was chosen in. A wrong present password counts as a
 * failed log-in, whatever becomes of the request.
 */
@Component
class OwnPassword {

    private final StaffPasswordStore accounts;
    private final Passwords passwords;
    private final SignInDecision rules;
    private final Entrances entrances;
    private final SessionEnd sessions;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    OwnPassword(
            StaffPasswordStore accounts,
            Passwords passwords,
            SignInDecision rules,
            Entrances entrances,
            SessionEnd sessions,
            Audit audit,
            TransactionTemplate transaction,
            BusinessTime time) {
        this.rules = rules;
        this.entrances = entrances;
        this.transaction = transaction;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.time = time;
    }

    void change(ChangePassword command, Stored session) {
        var id = session.actor().id();
        var account = accounts.find(id).orElseThrow(() -> Refusal.of(new AccessRefusal.Unauthenticated()));
        if (!accounts.attempt(account.login(), rules.inForce(), time.now())) {
            throw lockedOut(account);
        }
        if (!passwords.matches(command.current(), account.hash())) {
            throw wrong(account);
        }
        accounts.succeeded(id);
        if (command.next().equals(command.current())) {
            throw InvalidInput.of("next", null, "password-same");
        }
        passwords.requireGood("next", command.next(), account.login());
        var hash = passwords.hash(command.next());
        transaction.executeWithoutResult(status -> {
            accounts.set(id, hash, false, time.now());
            sessions.others(id, session.id());
            audit.record(AuditEntry.of("access.password-changed", "staff", id));
        });
    }

    /** Whoever finds an open session may guess no oftener than before the door. */
    private Refusal wrong(Account account) {
        boolean locked = accounts.find(account.id()).orElse(account).lockedUntil() != null;
        entrances.turnAway(account, locked);
        return locked ? lockedOut(account) : InvalidInput.of("current", null, "password-wrong");
    }

    private Refusal lockedOut(Account account) {
        var until = accounts.find(account.id()).orElse(account).lockedUntil();
        return Refusal.of(new AccessRefusal.LockedOut(until == null ? time.now() : until));
    }
}
