package org.guildhall.access.login;

import java.security.SecureRandom;
import java.util.Base64;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Sessions.Origin;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.access.login.SignIn.Entered;
import org.guildhall.access.login.StaffPasswordStore.Account;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens sessions, and remembers who came in and who was turned away. */
@Component
class Entrances {

    private static final int AGENT_LENGTH = 300;

    private final StaffPasswordStore accounts;
    private final SessionStore sessions;
    private final SignInDecision rules;
    private final Audit audit;
    private final BusinessTime time;
    private final SecureRandom random = new SecureRandom();

    Entrances(
            StaffPasswordStore accounts, SessionStore sessions, SignInDecision rules, Audit audit, BusinessTime time) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.rules = rules;
        this.audit = audit;
        this.time = time;
    }

    @Transactional
    public Entered open(Account account, Origin origin) {
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
        accounts.succeeded(account.id());
        sessions.insert(session, Tokens.hash(token));
        audit.record(AuditEntry.of(
                        "access.logged-in",
                        "staff",
                        account.id(),
                        "session",
                        session.id().toString())
                .by(session.actor()));
        return new Entered(token, session);
    }

    @Transactional
    public void turnAway(Account account, boolean locked) {
        audit.record(AuditEntry.of(locked ? "access.locked-out" : "access.log-in-failed", "staff", account.id())
                .by(actor(account)));
    }

    private static Actor.Staff actor(Account account) {
        return new Actor.Staff(account.id(), account.name());
    }

    private static String cut(String text) {
        return text.length() <= AGENT_LENGTH ? text : text.substring(0, AGENT_LENGTH);
    }
}
