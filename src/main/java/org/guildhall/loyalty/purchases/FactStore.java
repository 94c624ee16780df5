package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.PURCHASE;
import static org.guildhall.jooq.loyalty.Tables.RETURN;
import static org.guildhall.jooq.loyalty.Tables.STANDING;
import static org.guildhall.jooq.loyalty.Tables.TIER_GRANT;
import static org.guildhall.jooq.loyalty.Tables.VOIDING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.jooq.loyalty.tables.records.PurchaseRecord;
import org.guildhall.jooq.loyalty.tables.records.ReturnRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.loyalty.replay.Bought;
import org.guildhall.loyalty.replay.GivenBack;
import org.guildhall.loyalty.tiers.TierGrant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the facts that count; voided ones are left out. */
@Component
class FactStore {

    private static final TypeReference<List<ReturnedLine>> RETURNED_LINES = new TypeReference<>() {};

    private static final List<TableField<PurchaseRecord, ?>> HEAD = List.of(
            PURCHASE.MEMBER_ID,
            PURCHASE.PURCHASE_ID,
            PURCHASE.SOURCE,
            PURCHASE.NUMBER,
            PURCHASE.OCCURRED_AT,
            PURCHASE.STORE_ID,
            PURCHASE.STAFF_ID,
            PURCHASE.TOTAL_MINOR,
            PURCHASE.CURRENCY,
            PURCHASE.PAYMENT);

    private static final List<TableField<PurchaseRecord, ?>> LINES = List.of(
            PURCHASE.LINE_PRODUCTS,
            PURCHASE.LINE_CATEGORIES,
            PURCHASE.LINE_QUANTITIES_MILLI,
            PURCHASE.LINE_AMOUNTS_MINOR);

    private static final List<TableField<PurchaseRecord, ?>> HEAD_AND_LINES =
            Stream.concat(HEAD.stream(), LINES.stream()).toList();

    private final DSLContext sql;
    private final JsonMapper json;

    FactStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
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
                .forEach(row -> places.put(
                        row.value1(),
                        new Place(
                                row.value2() == null ? null : new UnitId(row.value2()),
                                row.value3() == null ? null : new StaffId(row.value3()))));
        return places;
    }

    /** The purchases of these members; with their lines only if asked for. */
    Map<MemberId, List<Bought>> purchases(Collection<MemberId> members, boolean withLines, @Nullable Instant knownAt) {
        var purchases = new HashMap<MemberId, List<Bought>>();
        sql.select(withLines ? HEAD_AND_LINES : HEAD)
                .from(PURCHASE)
                .where(PURCHASE.MEMBER_ID.eq(any(ids(members))))
                .and(known(PURCHASE.RECORDED_AT, knownAt))
                .and(standing(PURCHASE.MEMBER_ID, PURCHASE.PURCHASE_ID, knownAt))
                .fetchInto(PURCHASE)
                .forEach(row -> purchases
                        .computeIfAbsent(new MemberId(row.getMemberId()), id -> new ArrayList<>())
                        .add(bought(row)));
        return purchases;
    }

    /** The returns of these members. */
    Map<MemberId, List<GivenBack>> returns(Collection<MemberId> members, @Nullable Instant knownAt) {
        var returns = new HashMap<MemberId, List<GivenBack>>();
        sql.selectFrom(RETURN)
                .where(RETURN.MEMBER_ID.eq(any(ids(members))))
                .and(known(RETURN.RECORDED_AT, knownAt))
                .and(standing(RETURN.MEMBER_ID, RETURN.RETURN_ID, knownAt))
                .forEach(row -> returns.computeIfAbsent(new MemberId(row.getMemberId()), id -> new ArrayList<>())
                        .add(givenBack(row)));
        return returns;
    }

    /** The tiers given by hand to these members. */
    Map<MemberId, List<TierGrant>> grants(Collection<MemberId> members, @Nullable Instant knownAt) {
        var grants = new HashMap<MemberId, List<TierGrant>>();
        sql.selectFrom(TIER_GRANT)
                .where(TIER_GRANT.MEMBER_ID.eq(any(ids(members))))
                .and(known(TIER_GRANT.GRANTED_AT, knownAt))
                .and(standing(TIER_GRANT.MEMBER_ID, TIER_GRANT.GRANT_ID, knownAt))
                .forEach(row -> grants.computeIfAbsent(new MemberId(row.getMemberId()), id -> new ArrayList<>())
                        .add(new TierGrant(
                                row.getGrantId(),
                                row.getTier(),
                                row.getGrantedAt().toInstant(),
                                row.getUntilDate())));
        return grants;
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
                .and(standing(PURCHASE.MEMBER_ID, PURCHASE.PURCHASE_ID, null))
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

    /** How many members have a standing. */
    int members() {
        return sql.fetchCount(STANDING, STANDING.REVISION.gt(0));
    }

    /** Whose purchase or return this is, if there is one. */
    @Nullable
    MemberId ownerOf(UUID fact) {
        var owner = sql.select(PURCHASE.MEMBER_ID)
                .from(PURCHASE)
                .where(PURCHASE.PURCHASE_ID.eq(fact))
                .unionAll(
                        org.jooq.impl.DSL.select(RETURN.MEMBER_ID).from(RETURN).where(RETURN.RETURN_ID.eq(fact)))
                .fetchOne();
        return owner == null ? null : new MemberId(owner.value1());
    }

    /** The lines; none where they were not read. */
    private static List<LineFact> lines(PurchaseRecord row) {
        Long[] amounts = row.getLineAmountsMinor();
        if (amounts == null || amounts.length == 0) {
            return List.of();
        }
        var lines = new ArrayList<LineFact>(amounts.length);
        for (int i = 0; i < amounts.length; i++) {
            lines.add(new LineFact(
                    row.getLineProducts()[i],
                    row.getLineCategories()[i],
                    row.getLineQuantitiesMilli()[i],
                    Money.of(amounts[i], row.getCurrency())));
        }
        return lines;
    }

    private GivenBack givenBack(ReturnRecord row) {
        List<ReturnedLine> lines = row.getLines() == null
                ? List.of()
                : json.readValue(row.getLines().data(), RETURNED_LINES);
        return new GivenBack(
                row.getReturnId(),
                new ReturnFact(
                        row.getSource(),
                        row.getNumber(),
                        row.getPurchaseNumber(),
                        new MemberId(row.getMemberId()),
                        row.getOccurredAt().toInstant(),
                        lines,
                        row.getAmountMinor() == null ? null : Money.of(row.getAmountMinor(), row.getCurrency())));
    }

    private static Bought bought(PurchaseRecord row) {
        return new Bought(
                row.getPurchaseId(),
                new PurchaseFact(
                        row.getSource(),
                        row.getNumber(),
                        new MemberId(row.getMemberId()),
                        row.getOccurredAt().toInstant(),
                        row.getStoreId() == null ? null : new UnitId(row.getStoreId()),
                        row.getStaffId() == null ? null : new StaffId(row.getStaffId()),
                        new Money(row.getTotalMinor(), Currency.getInstance(row.getCurrency())),
                        lines(row),
                        row.getPayment()));
    }

    private static Condition standing(TableField<?, UUID> member, TableField<?, UUID> fact, @Nullable Instant knownAt) {
        return notExists(selectOne()
                .from(VOIDING)
                .where(VOIDING.MEMBER_ID.eq(member))
                .and(VOIDING.FACT_ID.eq(fact))
                .and(known(VOIDING.RECORDED_AT, knownAt)));
    }

    private static Condition known(TableField<?, OffsetDateTime> recordedAt, @Nullable Instant at) {
        return at == null ? noCondition() : recordedAt.le(utc(at));
    }

    static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(UUID[]::new);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
