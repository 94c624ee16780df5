package org.guildhall.loyalty.review;

import static org.guildhall.jooq.loyalty.Tables.REVIEW_RUN;
import static org.guildhall.jooq.loyalty.Tables.STANDING;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Knows which members are due, and which standards have been carried out. */
@Component
class ReviewStore {

    private final DSLContext sql;

    ReviewStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Members on whom time has had its effect by that day, after the given one. */
    List<MemberId> due(LocalDate through, UUID after, int limit) {
        return page(STANDING.DUE_ON.le(through), after, limit);
    }

    /** All members with a standing, after the given one. */
    List<MemberId> all(UUID after, int limit) {
        return page(STANDING.REVISION.gt(0), after, limit);
    }

    /** How many members have a standing. */
    int standings() {
        return sql.fetchCount(STANDING, STANDING.REVISION.gt(0));
    }

    /** Those of these members who have a standing. */
    List<MemberId> standing(Collection<MemberId> members) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.select(STANDING.MEMBER_ID)
                .from(STANDING)
                .where(STANDING.MEMBER_ID.eq(any(ids)))
                .and(STANDING.REVISION.gt(0))
                .orderBy(STANDING.MEMBER_ID)
                .fetch(row -> new MemberId(row.value1()));
    }

    private List<MemberId> page(Condition condition, UUID after, int limit) {
        return sql.select(STANDING.MEMBER_ID)
                .from(STANDING)
                .where(condition)
                .and(STANDING.MEMBER_ID.gt(after))
                .orderBy(STANDING.MEMBER_ID)
                .limit(limit)
                .fetch(row -> new MemberId(row.value1()));
    }

    boolean isDone(String kind, LocalDate through) {
        return sql.fetchExists(REVIEW_RUN, REVIEW_RUN.KIND.eq(kind).and(REVIEW_RUN.THROUGH.eq(through)));
    }

    void done(String kind, LocalDate through, int members, Instant at) {
        sql.insertInto(REVIEW_RUN)
                .set(REVIEW_RUN.KIND, kind)
                .set(REVIEW_RUN.THROUGH, through)
                .set(REVIEW_RUN.MEMBERS, members)
                .set(REVIEW_RUN.FINISHED_AT, at.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }
}
