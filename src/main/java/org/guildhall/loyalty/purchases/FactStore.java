package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.OCCASION;
import static org.guildhall.jooq.loyalty.Tables.OCCASION_TAKEN_BACK;
import static org.guildhall.jooq.loyalty.Tables.PURCHASE;
import static org.guildhall.jooq.loyalty.Tables.RETURN;
import static org.guildhall.jooq.loyalty.Tables.STANDING;
import static org.guildhall.jooq.loyalty.Tables.VOIDING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.SimulatedPeriod;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the facts that count; voided ones are left out. */
@Component
class FactStore {

    private final DSLContext sql;

    FactStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A key that is taken: by which fact, of whom, saying what, and whether it was voided. */
    record Taken(UUID id, MemberId member, UUID content, boolean voided) {}

    /** Which of these purchase identifiers are taken. */
    Map<UUID, Taken> takenPurchases(Collection<UUID> ids) {
        return taken(ids, PURCHASE.PURCHASE_ID, PURCHASE.MEMBER_ID, PURCHASE.CONTENT_HASH);
    }

    /** Which of these return identifiers are taken. */
    Map<UUID, Taken> takenReturns(Collection<UUID> ids) {
        return taken(ids, RETURN.RETURN_ID, RETURN.MEMBER_ID, RETURN.CONTENT_HASH);
    }

    private Map<UUID, Taken> taken(
            Collection<UUID> ids, TableField<?, UUID> id, TableField<?, UUID> member, TableField<?, UUID> content) {
        var found = new HashMap<UUID, Taken>();
        sql.select(
                        id,
                        member,
                        content,
                        field(org.jooq.impl.DSL.exists(selectOne()
                                .from(VOIDING)
                                .where(VOIDING.MEMBER_ID.eq(member))
                                .and(VOIDING.FACT_ID.eq(id)))))
                .from(id.getTable())
                .where(id.eq(any(ids.toArray(UUID[]::new))))
                .forEach(row -> found.put(
                        row.value1(), new Taken(row.value1(), new MemberId(row.value2()), row.value3(), row.value4())));
        return found;
    }

    /** Where a purchase was made, and by whom it was sold. */
    record Place(@Nullable UnitId store, @Nullable StaffId staff) {}

    /** The places of these purchases. */
    Map<UUID, Place> places(Collection<UUID> ids) {
        var places = new HashMap<UUID, Place>();
        sql.select(PURCHASE.PURCHASE_ID, PURCHASE.STORE_ID, PURCHASE.STAFF_ID)
                .from(PURCHASE)
                .where(PURCHASE.PURCHASE_ID.eq(any(ids.toArray(UUID[]::new))))
                .forEach(row -> places.put(row.value1(), place(row.value2(), row.value3())));
        return places;
    }

    /** When a batch was recorded for these members; those it recorded nothing for are absent. */
    Map<MemberId, Instant> recordedBy(UUID batch, Collection<MemberId> members) {
        var recorded = new HashMap<MemberId, Instant>();
        sql.select(PURCHASE.MEMBER_ID, min(PURCHASE.RECORDED_AT))
                .from(PURCHASE)
                .where(PURCHASE.MEMBER_ID.eq(any(ids(members))))
                .and(PURCHASE.BATCH_ID.eq(batch))
                .groupBy(PURCHASE.MEMBER_ID)
                .forEach(row ->
                        recorded.put(new MemberId(row.value1()), row.value2().toInstant()));
        return recorded;
    }

    /** Those with a purchase, not of the batch, that was recorded after their instant. */
    List<MemberId> boughtSince(UUID batch, Map<MemberId, Instant> since) {
        return sql
                .select(PURCHASE.MEMBER_ID, max(PURCHASE.RECORDED_AT))
                .from(PURCHASE)
                .where(PURCHASE.MEMBER_ID.eq(any(ids(since.keySet()))))
                .and(PURCHASE.BATCH_ID.isDistinctFrom(batch))
                .and(notVoided(PURCHASE.MEMBER_ID, PURCHASE.PURCHASE_ID))
                .groupBy(PURCHASE.MEMBER_ID)
                .orderBy(PURCHASE.MEMBER_ID)
                .stream()
                .filter(row ->
                        row.value2().toInstant().isAfter(since.getOrDefault(new MemberId(row.value1()), Instant.MAX)))
                .map(row -> new MemberId(row.value1()))
                .toList();
    }

    /** Members with a standing, after the given one. */
    List<MemberId> members(UUID after, int limit) {
        return sql.select(STANDING.MEMBER_ID)
                .from(STANDING)
                .where(STANDING.MEMBER_ID.gt(after))
                .and(STANDING.REVISION.gt(0))
                .orderBy(STANDING.MEMBER_ID)
                .limit(limit)
                .fetch(row -> new MemberId(row.value1()));
    }

    /** Members with a purchase, return or occasion that occurred since, after the given one. */
    List<MemberId> activeSince(Instant since, UUID after, int limit) {
        var from = utc(since);
        return sql.select(PURCHASE.MEMBER_ID)
                .from(PURCHASE)
                .where(PURCHASE.OCCURRED_AT.ge(from))
                .and(PURCHASE.MEMBER_ID.gt(after))
                .union(sql.select(RETURN.MEMBER_ID)
                        .from(RETURN)
                        .where(RETURN.OCCURRED_AT.ge(from))
                        .and(RETURN.MEMBER_ID.gt(after)))
                .union(sql.select(OCCASION.MEMBER_ID)
                        .from(OCCASION)
                        .where(OCCASION.OCCURRED_AT.ge(from))
                        .and(OCCASION.MEMBER_ID.gt(after)))
                .orderBy(1)
                .limit(limit)
                .fetch(row -> new MemberId(row.value1()));
    }

    /** How many members have a standing. */
    int members() {
        return sql.fetchCount(STANDING, STANDING.REVISION.gt(0));
    }

    /** Whose fact this is, if there is one. */
    @Nullable
    MemberId ownerOf(UUID fact) {
        var owner = sql.select(PURCHASE.MEMBER_ID)
                .from(PURCHASE)
                .where(PURCHASE.PURCHASE_ID.eq(fact))
                .unionAll(
                        org.jooq.impl.DSL.select(RETURN.MEMBER_ID).from(RETURN).where(RETURN.RETURN_ID.eq(fact)))
                .unionAll(org.jooq
                        .impl
                        .DSL
                        .select(OCCASION.MEMBER_ID)
                        .from(OCCASION)
                        .where(OCCASION.OCCASION_ID.eq(fact)))
                .unionAll(org.jooq
                        .impl
                        .DSL
                        .select(OCCASION_TAKEN_BACK.MEMBER_ID)
                        .from(OCCASION_TAKEN_BACK)
                        .where(OCCASION_TAKEN_BACK.TAKING_ID.eq(fact)))
                .fetchOne();
        return owner == null ? null : new MemberId(owner.value1());
    }

    /** Where the purchase was made, or the one that the return is of. */
    @Nullable
    Place placeOf(UUID fact) {
        return sql.select(PURCHASE.STORE_ID, PURCHASE.STAFF_ID)
                .from(PURCHASE)
                .where(PURCHASE.PURCHASE_ID.eq(fact))
                .unionAll(org.jooq
                        .impl
                        .DSL
                        .select(PURCHASE.STORE_ID, PURCHASE.STAFF_ID)
                        .from(RETURN)
                        .join(PURCHASE)
                        .on(PURCHASE.MEMBER_ID.eq(RETURN.MEMBER_ID))
                        .and(PURCHASE.SOURCE.eq(RETURN.SOURCE))
                        .and(PURCHASE.NUMBER.eq(RETURN.PURCHASE_NUMBER))
                        .and(notVoided(PURCHASE.MEMBER_ID, PURCHASE.PURCHASE_ID))
                        .where(RETURN.RETURN_ID.eq(fact)))
                .fetchAny(row -> place(row.value1(), row.value2()));
    }

    private static Place place(@Nullable UUID store, @Nullable UUID staff) {
        return new Place(store == null ? null : new UnitId(store), staff == null ? null : new StaffId(staff));
    }

    /** How many purchases of a period, recorded by its horizon and not voided by then, came from anywhere else than a source. */
    long purchasesElsewhere(String source, SimulatedPeriod period) {
        return sql.fetchCount(
                PURCHASE,
                PURCHASE.OCCURRED_AT
                        .ge(utc(period.start()))
                        .and(PURCHASE.OCCURRED_AT.lt(utc(period.end())))
                        .and(PURCHASE.RECORDED_AT.le(utc(period.knownAt())))
                        .and(PURCHASE.SOURCE.ne(source))
                        .and(notExists(selectOne()
                                .from(VOIDING)
                                .where(VOIDING.MEMBER_ID.eq(PURCHASE.MEMBER_ID))
                                .and(VOIDING.FACT_ID.eq(PURCHASE.PURCHASE_ID))
                                .and(VOIDING.RECORDED_AT.le(utc(period.knownAt()))))));
    }

    private static Condition notVoided(TableField<?, UUID> member, TableField<?, UUID> fact) {
        return notExists(
                selectOne().from(VOIDING).where(VOIDING.MEMBER_ID.eq(member)).and(VOIDING.FACT_ID.eq(fact)));
    }

    static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(UUID[]::new);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
