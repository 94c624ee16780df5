package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.REVIEW_POSTPONEMENT;

import java.time.Instant;
import java.time.LocalDate;
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
