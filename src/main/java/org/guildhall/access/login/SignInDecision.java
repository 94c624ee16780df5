package org.guildhall.access.login;

import java.time.Duration;
import java.time.Instant;
import org.guildhall.access.SignInPolicy;
import org.guildhall.access.SignInRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The log-in policy in force and the decisions it makes about a session. */
@Component
class SignInDecision {

    private final ObjectProvider<SignInRules> rules;

    SignInDecision(ObjectProvider<SignInRules> rules) {
        this.rules = rules;
    }

    SignInPolicy inForce() {
        var known = rules.getIfAvailable();
        return known == null ? SignInPolicy.DEFAULT : known.inForce();
    }

    Instant latestEnd(Instant start) {
        return start.plus(Duration.ofHours(inForce().longestHours()));
    }

    boolean alive(Instant lastSeen, Instant expiresAt, Instant now) {
        return now.isBefore(expiresAt)
                && now.isBefore(lastSeen.plus(Duration.ofMinutes(inForce().idleMinutes())));
    }
}
