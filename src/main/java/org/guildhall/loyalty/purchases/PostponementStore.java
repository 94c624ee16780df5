package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.REVIEW_POSTPONEMENT;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The reviews that are not held on their day. */
@Component
class PostponementStore {

    private final DSLContext sql;

    PostponementStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Day of the review and the day it is held instead, member by member. */
    Map<MemberId, Map<LocalDate, LocalDate>> of(Collection<MemberId> members) {
        var postponed = new HashMap<MemberId, Map<LocalDate, LocalDate>>();
        sql.select(REVIEW_POSTPONEMENT.MEMBER_ID, REVIEW_POSTPONEMENT.REVIEW_ON, REVIEW_POSTPONEMENT.UNTIL)
                .from(REVIEW_POSTPONEMENT)
                .where(REVIEW_POSTPONEMENT.MEMBER_ID.eq(any(FactStore.ids(members))))
                .forEach(row -> postponed
                        .computeIfAbsent(new MemberId(row.value1()), id -> new HashMap<>(2))
                        .put(row.value2(), row.value3()));
        return postponed;
    }

    /** Postpones each member's review; what was postponed before stays as it is. */
    void add(Map<MemberId, LocalDate> reviews, LocalDate until, UUID run, Instant at) {
        var statement = sql.insertInto(
                REVIEW_POSTPONEMENT,
                REVIEW_POSTPONEMENT.MEMBER_ID,
                REVIEW_POSTPONEMENT.REVIEW_ON,
                REVIEW_POSTPONEMENT.UNTIL,
                REVIEW_POSTPONEMENT.RUN_ID,
                REVIEW_POSTPONEMENT.RECORDED_AT);
        reviews.forEach((member, day) -> {
            var _ = statement.values(member.value(), day, until, run, FactStore.utc(at));
        });
        statement.onConflictDoNothing().execute();
    }
}
