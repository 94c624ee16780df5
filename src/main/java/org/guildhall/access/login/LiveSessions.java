package org.guildhall.access.login;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.platform.Remembered;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The sessions in use, remembered for seconds so that a request costs no SQL. What is revoked here is forgotten at once;
 * what is revoked on another instance, within those seconds. Last use is kept in memory and written every half minute.
 */
@Component
class LiveSessions {

    private static final int MOST = 50_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Remembered<ByteBuffer, Optional<Stored>> remembered = new Remembered<>(LONGEST, LONGEST, MOST);
    private final ConcurrentHashMap<UUID, Instant> seen = new ConcurrentHashMap<>();
    private final SessionStore store;
    private final SignInDecision rules;
    private final BusinessTime time;

    LiveSessions(SessionStore store, SignInDecision rules, BusinessTime time) {
        this.store = store;
        this.rules = rules;
        this.time = time;
    }

    /** The session of a token; refused {@code access.session-expired} when it ended or never was. */
    Stored require(byte[] tokenHash) {
        var session = find(tokenHash).orElseThrow(() -> Refusal.of(new AccessRefusal.SessionExpired()));
        seen.put(session.id(), time.now());
        return session;
    }

    /** The session of a token, if it lives. */
    Optional<Stored> find(byte[] tokenHash) {
        var now = time.now();
        return remembered
                .get(ByteBuffer.wrap(tokenHash), key -> store.byToken(tokenHash, time.today()))
                .filter(known -> rules.alive(lastSeen(known), known.expiresAt(), now));
    }

    Instant lastSeen(Stored session) {
        return Optional.ofNullable(seen.get(session.id()))
                .filter(at -> at.isAfter(session.lastSeen()))
                .orElse(session.lastSeen());
    }

    /** Reads the person's sessions anew, from now and again from the end of the transaction that ended them. */
    void forget(StaffId owner) {
        AfterTransaction.nowAndThen(() -> drop(owner));
    }

    private void drop(StaffId owner) {
        remembered.forgetIf(session ->
                session.map(known -> known.actor().id().equals(owner)).orElse(false));
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void flush() {
        var batch = new HashMap<>(seen);
        if (!batch.isEmpty()) {
            store.touch(batch);
            batch.forEach(seen::remove);
        }
    }
}
