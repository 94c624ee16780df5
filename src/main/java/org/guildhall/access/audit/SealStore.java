package org.guildhall.access.audit;

import static org.guildhall.jooq.access.Tables.AUDIT;
import static org.guildhall.jooq.access.Tables.AUDIT_QUEUE;
import static org.guildhall.jooq.access.Tables.AUDIT_SEAL;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals, the rows that wait for one, and rows in the form that is hashed. */
@Component
class SealStore {

    private static final long LOCK = 0x6775696c64L;

    private final DSLContext db;

    SealStore(DSLContext db) {
        this.db = db;
    }

    /** A seal as stored; carried, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Seal(long number, Long[] seqs, byte[] digests, byte[] previous, byte[] hash) {}

    /** A row's content as it is hashed. */
    record Content(
            long seq,
            Instant at,
            String actor,
            String actorName,
            @Nullable String requestId,
            String act,
            String subjectKind,
            String subjectId,
            @Nullable String member,
            @Nullable String unit,
            String facts) {}

    /** Only one sealer at a time may extend the chain; writers never wait for it. */
    void lock() {
        db.execute("select pg_advisory_xact_lock({0})", DSL.val(LOCK));
    }

    List<Long> waiting(int limit) {
        return db.select(AUDIT_QUEUE.SEQ)
                .from(AUDIT_QUEUE)
                .orderBy(AUDIT_QUEUE.SEQ)
                .limit(limit)
                .fetch(AUDIT_QUEUE.SEQ);
    }

    long countWaiting() {
        return db.fetchCount(AUDIT_QUEUE);
    }

    Optional<Seal> last() {
        return db.selectFrom(AUDIT_SEAL)
                .orderBy(AUDIT_SEAL.SEAL_NO.desc())
                .limit(1)
                .fetchOptional(SealStore::seal);
    }

    List<Seal> after(long number, int limit) {
        return db.selectFrom(AUDIT_SEAL)
                .where(AUDIT_SEAL.SEAL_NO.gt(number))
                .orderBy(AUDIT_SEAL.SEAL_NO)
                .limit(limit)
                .fetch(SealStore::seal);
    }

    void insert(Seal seal, Instant at) {
        db.insertInto(AUDIT_SEAL)
                .set(AUDIT_SEAL.SEAL_NO, seal.number())
                .set(AUDIT_SEAL.SEQS, seal.seqs())
                .set(AUDIT_SEAL.DIGESTS, seal.digests())
                .set(AUDIT_SEAL.PREVIOUS, seal.previous())
                .set(AUDIT_SEAL.HASH, seal.hash())
                .set(AUDIT_SEAL.SEALED_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
        db.deleteFrom(AUDIT_QUEUE)
                .where(AUDIT_QUEUE.SEQ.eq(DSL.any(seal.seqs())))
                .execute();
    }

    List<Content> contents(Long[] seqs) {
        var facts = AUDIT.FACTS.cast(String.class).as("facts_text");
        return db.select(
                        AUDIT.SEQ,
                        AUDIT.AT,
                        AUDIT.ACTOR,
                        AUDIT.ACTOR_NAME,
                        AUDIT.REQUEST_ID,
                        AUDIT.ACT,
                        AUDIT.SUBJECT_KIND,
                        AUDIT.SUBJECT_ID,
                        AUDIT.MEMBER_ID,
                        AUDIT.UNIT_ID,
                        facts)
                .from(AUDIT)
                .where(AUDIT.SEQ.eq(DSL.any(seqs)))
                .orderBy(AUDIT.SEQ)
                .fetch(row -> content(row, row.get(facts)));
    }

    /** The first row that no seal covers and that does not wait for one. */
    Optional<Long> firstUncovered() {
        return Optional.ofNullable(db.fetchValue("""
                select min(a.seq) from access.audit a
                left join (select unnest(seqs) as seq from access.audit_seal) s on s.seq = a.seq
                left join access.audit_queue q on q.seq = a.seq
                where s.seq is null and q.seq is null
                """)).map(Long.class::cast);
    }

    private static Content content(Record row, String facts) {
        var member = row.get(AUDIT.MEMBER_ID);
        var unit = row.get(AUDIT.UNIT_ID);
        return new Content(
                row.get(AUDIT.SEQ),
                row.get(AUDIT.AT).toInstant(),
                row.get(AUDIT.ACTOR),
                row.get(AUDIT.ACTOR_NAME),
                row.get(AUDIT.REQUEST_ID),
                row.get(AUDIT.ACT),
                row.get(AUDIT.SUBJECT_KIND),
                row.get(AUDIT.SUBJECT_ID),
                member == null ? null : member.toString(),
                unit == null ? null : unit.toString(),
                facts);
    }

    private static Seal seal(Record row) {
        return new Seal(
                row.get(AUDIT_SEAL.SEAL_NO),
                row.get(AUDIT_SEAL.SEQS),
                row.get(AUDIT_SEAL.DIGESTS),
                row.get(AUDIT_SEAL.PREVIOUS),
                row.get(AUDIT_SEAL.HASH));
    }
}
