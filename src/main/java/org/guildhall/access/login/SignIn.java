package org.guildhall.access.login;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Credentials;
import org.guildhall.access.Sessions.Origin;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.access.login.StaffPasswordStore.Account;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Checks a log-in name and password and counts failures; who passes gets a session. */
@Component
class SignIn {

    private final StaffPasswordStore accounts;
    private final Passwords passwords;
    private final SignInDecision rules;
    private final Entrances entrances;
    private final BusinessTime time;

    SignIn(
            StaffPasswordStore accounts,
            Passwords passwords,
            SignInDecision rules,
            Entrances entrances,
            BusinessTime time) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.entrances = entrances;
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
        return entrances.open(account, origin);
    }

    private AccessRefusal failed(Account account) {
        var locked = accounts.find(account.id()).orElse(account).lockedUntil();
        entrances.turnAway(account, locked != null);
        return locked == null ? new AccessRefusal.BadCredentials() : new AccessRefusal.LockedOut(locked);
    }

    private Instant lockEnd(Account account) {
        var current = accounts.find(account.id()).orElse(account).lockedUntil();
        return Objects.requireNonNullElseGet(current, time::now);
    }
}
