package org.guildhall.access.login;

import java.util.UUID;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.springframework.stereotype.Component;

/** Ends sessions, so that none works any longer from the same moment on. */
@Component
class SessionEnd {

    private static final UUID NONE = new UUID(0, 0);

    private final SessionStore store;
    private final LiveSessions live;
    private final Audit audit;
    private final BusinessTime time;

    SessionEnd(SessionStore store, LiveSessions live, Audit audit, BusinessTime time) {
        this.store = store;
        this.live = live;
        this.audit = audit;
        this.time = time;
    }

    /** One session of its owner, as the act says. */
    void one(UUID session, StaffId owner, String act) {
        if (store.revoke(session, owner, time.now()) == 0) {
            throw Refusal.of(new AccessRefusal.NoSuchSession(session.toString()));
        }
        live.forget(owner);
        audit.record(AuditEntry.of(act, "staff", owner, "session", session.toString()));
    }

    /** All sessions of somebody. */
    void all(StaffId owner) {
        int ended = store.revokeAll(owner, NONE, time.now());
        live.forget(owner);
        audit.record(AuditEntry.of("access.sessions-revoked", "staff", owner, "ended", ended));
    }

    /** All of somebody's sessions but this one. */
    void others(StaffId owner, UUID kept) {
        store.revokeAll(owner, kept, time.now());
        live.forget(owner);
    }
}
