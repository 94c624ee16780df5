package org.guildhall.access.vault;

import static org.guildhall.jooq.access.Tables.AUDIT_SEAL;
import static org.guildhall.jooq.access.Tables.MASTER_KEY_PROOF;
import static org.guildhall.jooq.access.Tables.MEMBER_KEY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the database says of the key it was sealed with. */
@Component
class MasterKeyProofStore {

    private final DSLContext db;

    MasterKeyProofStore(DSLContext db) {
        this.db = db;
    }

    /** A member's key as it was wrapped; carried, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Wrapped(MemberId member, byte[] bytes) {}

    Optional<byte[]> proof() {
        return db.select(MASTER_KEY_PROOF.PROOF).from(MASTER_KEY_PROOF).fetchOptional(row -> row.value1());
    }

    /** Keeps the proof; one that another instance kept first stays. */
    void keep(byte[] proof, Instant at) {
        db.insertInto(MASTER_KEY_PROOF)
                .set(MASTER_KEY_PROOF.PROOF, proof)
                .set(MASTER_KEY_PROOF.CREATED_AT, at.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    Optional<Wrapped> someKey() {
        return db.select(MEMBER_KEY.MEMBER_ID, MEMBER_KEY.WRAPPED)
                .from(MEMBER_KEY)
                .where(MEMBER_KEY.WRAPPED.isNotNull())
                .limit(1)
                .fetchOptional(row -> new Wrapped(MemberId.of(row.value1()), row.value2()));
    }

    boolean sealsAnything() {
        return db.fetchExists(MEMBER_KEY) || db.fetchExists(AUDIT_SEAL);
    }
}
