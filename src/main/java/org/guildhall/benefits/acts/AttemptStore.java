package org.guildhall.benefits.acts;

import static org.guildhall.jooq.benefits.Tables.CODE_ATTEMPT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Remembers one-time codes that were tried. */
@Component
class AttemptStore {

    private final DSLContext sql;

    AttemptStore(DSLContext sql) {
        this.sql = sql;
    }

    void add(String actor, UUID attempt, Instant now) {
        sql.insertInto(CODE_ATTEMPT)
                .set(CODE_ATTEMPT.ACTOR, actor)
                .set(CODE_ATTEMPT.ATTEMPT_ID, attempt)
                .set(CODE_ATTEMPT.TRIED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void remove(String actor, UUID attempt) {
        sql.deleteFrom(CODE_ATTEMPT)
                .where(CODE_ATTEMPT.ACTOR.eq(actor))
                .and(CODE_ATTEMPT.ATTEMPT_ID.eq(attempt))
                .execute();
    }

    int since(String actor, Instant after) {
        return sql.fetchCount(
                CODE_ATTEMPT,
                CODE_ATTEMPT.ACTOR.eq(actor).and(CODE_ATTEMPT.TRIED_AT.gt(after.atOffset(ZoneOffset.UTC))));
    }

    void removeBefore(Instant instant) {
        sql.deleteFrom(CODE_ATTEMPT)
                .where(CODE_ATTEMPT.TRIED_AT.lt(instant.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
