package org.guildhall.members.serving;

import static org.guildhall.jooq.members.Tables.MEMBER;
import static org.guildhall.jooq.members.Tables.SERVING;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.identification.MemberNumbers;
import org.guildhall.members.identification.Mobiles;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who a number or mobile stands for, and who is served by whom until when. */
@Component
class ServingStore {

    /** More don't share a mobile. */
    private static final int MOST = 10;

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final List<String> LIVING = Arrays.stream(MemberStatus.values())
            .filter(MemberStatus::living)
            .map(Enum::name)
            .toList();

    private final DSLContext sql;

    ServingStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The living members whose whole number or whole mobile this is. */
    List<MemberId> named(String shown) {
        var mobile = Mobiles.normalise(shown);
        return sql.select(MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(MEMBER.NUMBER
                        .eq(MemberNumbers.normalise(shown))
                        .or(mobile.map(MEMBER.MOBILE::eq).orElse(noCondition())))
                .and(MEMBER.STATUS.in(LIVING))
                .and(MEMBER.ANNULLED.isFalse())
                .and(MEMBER.ERASED_AT.isNull())
                .orderBy(MEMBER.MEMBER_ID)
                .limit(MOST)
                .fetch(row -> new MemberId(row.value1()));
    }

    /** Until when the actor serves the member; what was over a day ago may be forgotten. */
    Optional<Instant> until(String actor, MemberId member) {
        return sql.select(SERVING.UNTIL)
                .from(SERVING)
                .where(SERVING.ACTOR.eq(actor))
                .and(SERVING.MEMBER_ID.eq(member.value()))
                .fetchOptional(row -> row.value1().toInstant());
    }

    /** How many the actor has begun to serve since. */
    int begun(String actor, Instant since) {
        return sql.fetchCount(SERVING, SERVING.ACTOR.eq(actor).and(SERVING.SINCE.gt(at(since))));
    }

    /** The actor serves the member at this store from now on. */
    void serve(String actor, MemberId member, UnitId store, Instant now, Instant until) {
        sql.deleteFrom(SERVING)
                .where(SERVING.UNTIL.lt(at(now.minus(REMEMBERED))))
                .execute();
        sql.insertInto(SERVING)
                .set(SERVING.ACTOR, actor)
                .set(SERVING.MEMBER_ID, member.value())
                .set(SERVING.STORE_ID, store.value())
                .set(SERVING.SINCE, at(now))
                .set(SERVING.UNTIL, at(until))
                .onConflict(SERVING.ACTOR, SERVING.MEMBER_ID)
                .doUpdate()
                .set(SERVING.STORE_ID, excluded(SERVING.STORE_ID))
                .set(
                        SERVING.SINCE,
                        when(SERVING.UNTIL.gt(at(now)), SERVING.SINCE).otherwise(excluded(SERVING.SINCE)))
                .set(SERVING.UNTIL, excluded(SERVING.UNTIL))
                .execute();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
