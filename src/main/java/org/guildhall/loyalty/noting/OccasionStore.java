package org.guildhall.loyalty.noting;

import static org.guildhall.jooq.loyalty.Tables.OCCASION;
import static org.guildhall.jooq.loyalty.Tables.OCCASION_TAKEN_BACK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guildhall.jooq.loyalty.tables.records.OccasionRecord;
import org.guildhall.jooq.loyalty.tables.records.OccasionTakenBackRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.OccasionQuery;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps occasions and what was taken back of them. */
@Component
class OccasionStore {

    private static final Condition STANDS = notExists(selectOne()
            .from(OCCASION_TAKEN_BACK)
            .where(OCCASION_TAKEN_BACK.MEMBER_ID.eq(OCCASION.MEMBER_ID))
            .and(OCCASION_TAKEN_BACK.OCCASION_ID.eq(OCCASION.OCCASION_ID)));

    private final DSLContext sql;

    OccasionStore(DSLContext sql) {
        this.sql = sql;
    }

    /** An occasion to keep: its identifier and the hash of what it says. */
    record Noted(UUID id, OccasionFact fact, UUID content) {}

    /** A stored occasion, and how it was taken back if it was. */
    record Kept(OccasionRecord record, @Nullable OccasionTakenBackRecord takenBack) {

        UUID id() {
            return record.getOccasionId();
        }

        OccasionFact fact() {
            return new OccasionFact(
                    OccasionKind.valueOf(record.getKind()),
                    record.getSource(),
                    record.getNumber(),
                    new MemberId(record.getMemberId()),
                    record.getOccurredAt().toInstant(),
                    record.getStoreId() == null ? null : new UnitId(record.getStoreId()),
                    record.getAbout());
        }
    }

    /** Keeps an occasion; false if its key is taken. */
    boolean insert(Noted noted, Instant now, String by) {
        var fact = noted.fact;
        return sql.insertInto(OCCASION)
                        .set(OCCASION.MEMBER_ID, fact.member().value())
                        .set(OCCASION.OCCASION_ID, noted.id)
                        .set(OCCASION.KIND, fact.kind().name())
                        .set(OCCASION.SOURCE, fact.source())
                        .set(OCCASION.NUMBER, fact.number())
                        .set(OCCASION.OCCURRED_AT, utc(fact.occurredAt()))
                        .set(
                                OCCASION.STORE_ID,
                                fact.store() == null ? null : fact.store().value())
                        .set(OCCASION.ABOUT, fact.about())
                        .set(OCCASION.CONTENT_HASH, noted.content)
                        .set(OCCASION.RECORDED_AT, utc(now))
                        .set(OCCASION.RECORDED_BY, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Keeps that an occasion was taken back. */
    void takeBack(Kept kept, UUID taking, String reason, Instant now, String by) {
        sql.insertInto(OCCASION_TAKEN_BACK)
                .set(OCCASION_TAKEN_BACK.MEMBER_ID, kept.record.getMemberId())
                .set(OCCASION_TAKEN_BACK.OCCASION_ID, kept.id())
                .set(OCCASION_TAKEN_BACK.TAKING_ID, taking)
                .set(OCCASION_TAKEN_BACK.TAKEN_AT, utc(now))
                .set(OCCASION_TAKEN_BACK.REASON, reason)
                .set(OCCASION_TAKEN_BACK.TAKEN_BY, by)
                .execute();
    }

    /** One occasion. */
    Optional<Kept> find(UUID id) {
        return kept(OCCASION.OCCASION_ID.eq(id), 1).stream().findFirst();
    }

    /** Which of these identifiers are taken. */
    Set<UUID> taken(Collection<UUID> ids) {
        return sql.select(OCCASION.OCCASION_ID)
                .from(OCCASION)
                .where(OCCASION.OCCASION_ID.eq(any(ids.toArray(UUID[]::new))))
                .fetchSet(OCCASION.OCCASION_ID);
    }

    /** Who is held to have brought a member. */
    Optional<Kept> referralOf(MemberId referred) {
        return kept(ofReferral(referred).and(STANDS), 1).stream().findFirst();
    }

    /** How often somebody was held to have brought a member, mistakes included. */
    int referralsOf(MemberId referred) {
        return sql.fetchCount(OCCASION, ofReferral(referred));
    }

    private static Condition ofReferral(MemberId referred) {
        return OCCASION.KIND.eq(OccasionKind.REFERRAL.name()).and(OCCASION.ABOUT.eq(referred.toString()));
    }

    /** How many occasions a member has. */
    int count(MemberId member) {
        return sql.fetchCount(OCCASION, OCCASION.MEMBER_ID.eq(member.value()));
    }

    /** One page of a member's occasions, newest first. */
    Slice<Kept> page(MemberId member, OccasionQuery query) {
        var condition = OCCASION.MEMBER_ID
                .eq(member.value())
                .and(
                        query.kind() == null
                                ? noCondition()
                                : OCCASION.KIND.eq(query.kind().name()));
        var after = Cursors.decode(query.cursor(), 2);
        var before = after.isEmpty()
                ? noCondition()
                : row(OCCASION.OCCURRED_AT, OCCASION.OCCASION_ID).lt(val(after.time(0)), val(after.id(1)));
        var total = after.isEmpty()
                ? Slice.Total.counted(sql.fetchCount(
                        sql.selectOne().from(OCCASION).where(condition).limit(Slice.COUNT_LIMIT + 1)))
                : null;
        return Slice.cut(
                kept(condition.and(before), query.size() + 1),
                query.size(),
                last -> Cursors.encode(last.fact().occurredAt(), last.id()),
                total);
    }

    /** Members with occasions of before an instant, in the order of their identifiers, after the given one. */
    List<MemberId> members(UUID after, Instant before, int limit) {
        return sql.selectDistinct(OCCASION.MEMBER_ID)
                .from(OCCASION)
                .where(OCCASION.MEMBER_ID.gt(after))
                .and(OCCASION.OCCURRED_AT.lt(utc(before)))
                .orderBy(OCCASION.MEMBER_ID)
                .limit(limit)
                .fetch(found -> new MemberId(found.value1()));
    }

    private List<Kept> kept(Condition condition, int limit) {
        return sql.select(OCCASION, OCCASION_TAKEN_BACK)
                .from(OCCASION)
                .leftJoin(OCCASION_TAKEN_BACK)
                .on(OCCASION_TAKEN_BACK.MEMBER_ID.eq(OCCASION.MEMBER_ID))
                .and(OCCASION_TAKEN_BACK.OCCASION_ID.eq(OCCASION.OCCASION_ID))
                .where(condition)
                .orderBy(OCCASION.OCCURRED_AT.desc(), OCCASION.OCCASION_ID.desc())
                .limit(limit)
                .fetch(found ->
                        new Kept(found.value1(), found.value2().getOccasionId() == null ? null : found.value2()));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
