package org.guildhall.benefits.proofs;

import static org.guildhall.jooq.benefits.Tables.GRANTED;
import static org.guildhall.jooq.benefits.Tables.REVOCATION;
import static org.guildhall.jooq.benefits.Tables.USE;

import java.util.List;
import java.util.UUID;
import org.guildhall.jooq.benefits.tables.records.GrantedRecord;
import org.guildhall.jooq.benefits.tables.records.RevocationRecord;
import org.guildhall.jooq.benefits.tables.records.UseRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads uses with what was given by hand and is said to have entitled to them. */
@Component
class EvidenceStore {

    private final DSLContext sql;

    EvidenceStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A use, and its grant and the grant's end; without values where there are none. */
    record Evidence(UseRecord use, GrantedRecord granted, RevocationRecord revocation) {}

    /** The next uses after an identifier, in their order. */
    List<Evidence> after(UUID use, int limit) {
        return sql.select(USE, GRANTED, REVOCATION)
                .from(USE)
                .leftJoin(GRANTED)
                .on(GRANTED.GRANT_ID.eq(USE.GRANT_ID))
                .leftJoin(REVOCATION)
                .on(REVOCATION.GRANT_ID.eq(USE.GRANT_ID))
                .where(USE.USE_ID.gt(use))
                .orderBy(USE.USE_ID)
                .limit(limit)
                .fetch(row -> new Evidence(row.value1(), row.value2(), row.value3()));
    }
}
