package org.guildhall.access.login;

import static org.guildhall.jooq.access.Tables.SESSION;
import static org.guildhall.jooq.access.Tables.STAFF;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.StaffId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Sessions as rows. */
@Component
class SessionStore {

    private final DSLContext db;

    SessionStore(DSLContext db) {
        this.db = db;
    }

    /** A session as stored. */
    record Stored(
            UUID id,
            Actor.Staff actor,
            boolean mustChange,
            Instant createdAt,
            Instant lastSeen,
            Instant expiresAt,
            String agent,
            String address) {}

    /** The session of a token if it was not revoked and its owner still works here. */
    Optional<Stored> byToken(byte[] hash, LocalDate today) {
        return select().where(SESSION.TOKEN_HASH.eq(hash))
                .and(SESSION.REVOKED_AT.isNull())
                .and(STAFF.LEFT_ON.isNull().or(STAFF.LEFT_ON.gt(today)))
                .fetchOptional(SessionStore::stored);
    }

    List<Stored> of(StaffId staff, Instant now) {
        return select().where(SESSION.STAFF_ID.eq(staff.value()))
                .and(SESSION.REVOKED_AT.isNull())
                .and(SESSION.EXPIRES_AT.gt(at(now)))
                .orderBy(SESSION.CREATED_AT.desc())
                .limit(100)
                .fetch(SessionStore::stored);
    }

    void insert(Stored session, byte[] hash) {
        db.insertInto(SESSION)
                .set(SESSION.SESSION_ID, session.id())
                .set(SESSION.TOKEN_HASH, hash)
                .set(SESSION.STAFF_ID, session.actor().id().value())
                .set(SESSION.CREATED_AT, at(session.createdAt()))
                .set(SESSION.LAST_SEEN_AT, at(session.lastSeen()))
                .set(SESSION.EXPIRES_AT, at(session.expiresAt()))
                .set(SESSION.AGENT, session.agent())
                .set(SESSION.ADDRESS, session.address())
                .execute();
    }

    /** Ends a session of a person; how many there were to end. */
    int revoke(UUID session, StaffId owner, Instant now) {
        return db.update(SESSION)
                .set(SESSION.REVOKED_AT, at(now))
                .where(SESSION.SESSION_ID.eq(session))
                .and(SESSION.STAFF_ID.eq(owner.value()))
                .and(SESSION.REVOKED_AT.isNull())
                .execute();
    }

    int revokeAll(StaffId owner, UUID except, Instant now) {
        return db.update(SESSION)
                .set(SESSION.REVOKED_AT, at(now))
                .where(SESSION.STAFF_ID.eq(owner.value()))
                .and(SESSION.SESSION_ID.ne(except))
                .and(SESSION.REVOKED_AT.isNull())
                .execute();
    }

    void touch(Map<UUID, Instant> seen) {
        var entries = List.copyOf(seen.entrySet());
        var ids = entries.stream().map(Map.Entry::getKey).toArray(UUID[]::new);
        var times = entries.stream().map(entry -> at(entry.getValue())).toArray(OffsetDateTime[]::new);
        db.execute("""
                update access.session s set last_seen_at = greatest(s.last_seen_at, t.at)
                from unnest({0}::uuid[], {1}::timestamptz[]) as t(id, at) where s.session_id = t.id
                """, DSL.val(ids), DSL.val(times));
    }

    private org.jooq.SelectOnConditionStep<? extends org.jooq.Record> select() {
        return db.select(
                        SESSION.SESSION_ID,
                        STAFF.STAFF_ID,
                        STAFF.NAME,
                        STAFF.MUST_CHANGE,
                        SESSION.CREATED_AT,
                        SESSION.LAST_SEEN_AT,
                        SESSION.EXPIRES_AT,
                        SESSION.AGENT,
                        SESSION.ADDRESS)
                .from(SESSION)
                .join(STAFF)
                .on(STAFF.STAFF_ID.eq(SESSION.STAFF_ID));
    }

    private static Stored stored(org.jooq.Record row) {
        return new Stored(
                row.get(SESSION.SESSION_ID),
                new Actor.Staff(StaffId.of(row.get(STAFF.STAFF_ID)), row.get(STAFF.NAME)),
                row.get(STAFF.MUST_CHANGE),
                row.get(SESSION.CREATED_AT).toInstant(),
                row.get(SESSION.LAST_SEEN_AT).toInstant(),
                row.get(SESSION.EXPIRES_AT).toInstant(),
                row.get(SESSION.AGENT),
                row.get(SESSION.ADDRESS));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
