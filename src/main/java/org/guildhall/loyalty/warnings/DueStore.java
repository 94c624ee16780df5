package org.guildhall.loyalty.warnings;

import static org.guildhall.jooq.loyalty.Tables.STANDING;
import static org.jooq.impl.DSL.noCondition;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose tier is reviewed in a while. */
@Component
class DueStore {

    private final DSLContext sql;

    DueStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A tier and the last day on which it is certain. */
    record Due(MemberId member, String tier, LocalDate keepUntil) {}

    List<Due> reviews(LocalDate today, LocalDate through, @Nullable MemberId after, int limit) {
        return sql.select(STANDING.MEMBER_ID, STANDING.TIER, STANDING.KEEP_UNTIL)
                .from(STANDING)
                .where(STANDING.KEEP_UNTIL.ge(today))
                .and(STANDING.KEEP_UNTIL.lt(through))
                .and(STANDING.DUE_ON.le(through))
                .and(after == null ? noCondition() : STANDING.MEMBER_ID.gt(after.value()))
                .orderBy(STANDING.MEMBER_ID)
                .limit(limit)
                .fetch(row -> new Due(new MemberId(row.value1()), row.value2(), row.value3()));
    }
}
