package org.guildhall.access.login;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Credentials;
import org.guildhall.access.Sessions.Origin;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.access.login.StaffPasswordStore.Account;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks a log-in name and password, counts failures, and opens a session. */
@Component
class SignIn {

    private static final int AGENT_LENGTH = 300;

    private final StaffPasswordStore accounts;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final SignInDecision rules;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final BusinessTime time;
    private final SecureRandom random = new SecureRandom();

    SignIn(
            StaffPasswordStore accounts,
            SessionStore sessions,
            Passwords passwords,
            SignInDecision rules,
            Audit audit,
            TransactionTemplate transaction,
            BusinessTime time) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
        this.time = time;
    }

    /** A token and the session it opens. */
    record Entered(String token, Stored session) {}

    Entered enter(Credentials credentials, Origin origin) {
        var login = credentials.username().strip().toLowerCase(Locale.ROOT);
        var account = accounts.find(login).orElse(null);
        if (account == null) {
            passwords.matches(credentials.password(), null); // takes as long as for a name that exists
            throw Refusal.of(new AccessRefusal.BadCredentials());
        }
        if (!accounts.attempt(login, rules.inForce(), time.now())) {
            throw Refusal.of(new AccessRefusal.LockedOut(lockEnd(account)));
        }
        if (!passwords.matches(credentials.password(), account.hash()) || !account.worksOn(time.today())) {
            throw Refusal.of(failed(account));
        }
        return opened(account, origin);
    }

    private AccessRefusal failed(Account account) {
        var after = accounts.find(account.id()).orElse(account);
        var locked = after.lockedUntil();
        transaction.executeWithoutResult(status -> audit.record(
                AuditEntry.of(locked == null ? "access.log-in-failed" : "access.locked-out", "staff", account.id())
                        .by(actor(account))));
        return locked == null ? new AccessRefusal.BadCredentials() : new AccessRefusal.LockedOut(locked);
    }

    private Entered opened(Account account, Origin origin) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = time.now();
        var session = new Stored(
                Ids.next(time.clock()),
                actor(account),
                account.mustChange(),
                now,
                now,
                rules.latestEnd(now),
                cut(origin.agent()),
                cut(origin.address()));
        transaction.executeWithoutResult(status -> {
            accounts.succeeded(account.id());
            sessions.insert(session, Tokens.hash(token));
            audit.record(AuditEntry.of(
                            "access.logged-in",
                            "staff",
                            account.id(),
                            "session",
                            session.id().toString())
                    .by(session.actor()));
        });
        return new Entered(token, session);
    }

    private Instant lockEnd(Account account) {
        var current = accounts.find(account.id()).orElse(account).lockedUntil();
        return Objects.requireNonNullElseGet(current, time::now);
    }

    private static Actor.Staff actor(Account account) {
        return new Actor.Staff(account.id(), account.name());
    }

    private static String cut(String text) {
        return text.length() <= AGENT_LENGTH ? text : text.substring(0, AGENT_LENGTH);
    }
}
