package org.guildhall.benefits.acts;

import static org.guildhall.jooq.benefits.Tables.CODE;
import static org.guildhall.jooq.benefits.Tables.USE;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.jooq.benefits.tables.records.CodeRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps one-time codes; whether one was used its use says. */
@Component
class CodeStore {

    private final DSLContext sql;
    private final Access access;

    CodeStore(DSLContext sql, Access access) {
        this.sql = sql;
        this.access = access;
    }

    Optional<CodeRecord> find(UUID id) {
        return sql.selectFrom(CODE).where(CODE.CODE_ID.eq(id)).fetchOptional();
    }

    Optional<CodeRecord> byCode(String code) {
        return sql.selectFrom(CODE).where(CODE.CODE_.eq(code)).fetchOptional();
    }

    /** When it was used, if it was. */
    Optional<Instant> usedAt(UUID id) {
        return sql.select(USE.OCCURRED_AT)
                .from(USE)
                .where(USE.CODE_ID.eq(id))
                .fetchOptional(row -> row.value1().toInstant());
    }

    void insert(CodeRecord row) {
        row.setActor(access.actor().reference());
        sql.executeInsert(row);
    }
}
