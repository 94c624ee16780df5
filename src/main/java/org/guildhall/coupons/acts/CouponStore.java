package org.guildhall.coupons.acts;

import static org.guildhall.jooq.coupons.Tables.COUPON;
import static org.guildhall.jooq.coupons.Tables.FACT;
import static org.guildhall.jooq.coupons.Tables.ISSUANCE;
import static org.guildhall.jooq.coupons.Tables.TERMS;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.coupons.BatchDetails;
import org.guildhall.coupons.CounterCoupons;
import org.guildhall.coupons.CouponFact;
import org.guildhall.coupons.CouponRefusal;
import org.guildhall.jooq.coupons.tables.records.CouponRecord;
import org.guildhall.jooq.coupons.tables.records.FactRecord;
import org.guildhall.jooq.coupons.tables.records.TermsRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps coupons and every step of their lives; a coupon's row always says what its last fact did. */
@Component
class CouponStore {

    private final DSLContext sql;
    private final JsonMapper json;
    private final Access access;
    private final BusinessTime time;

    CouponStore(DSLContext sql, JsonMapper json, Access access, BusinessTime time) {
        this.sql = sql;
        this.json = json;
        this.access = access;
        this.time = time;
    }

    Optional<Stored> find(UUID id) {
        return all().where(COUPON.COUPON_ID.eq(id)).fetchOptional(this::stored);
    }

    List<Stored> find(Condition condition) {
        return all().where(condition).orderBy(COUPON.COUPON_ID).fetch(this::stored);
    }

    List<Stored> byCodes(Collection<String> codes) {
        return find(COUPON.CODE.in(codes));
    }

    /** The coupons of an issue, in the order of its list. */
    List<Stored> ofIssuance(UUID issuance, int most) {
        return all().where(COUPON.ISSUANCE_ID.eq(issuance))
                .orderBy(COUPON.COUPON_ID)
                .limit(most)
                .fetch(this::stored);
    }

    /** Coupons of a member that are neither used nor withdrawn. */
    List<CouponRecord> living(MemberId member) {
        return sql.selectFrom(COUPON).where(livingOf(member)).fetch();
    }

    /** The same, held until the transaction ends. */
    List<CouponRecord> lockLiving(MemberId member) {
        return sql.selectFrom(COUPON)
                .where(livingOf(member))
                .orderBy(COUPON.COUPON_ID)
                .forUpdate()
                .fetch();
    }

    private static Condition livingOf(MemberId member) {
        return COUPON.MEMBER_ID.eq(member.value()).and(COUPON.STATE.in("issued", "locked"));
    }

    /** These coupons, held until the transaction ends. */
    List<CouponRecord> lock(Collection<UUID> ids) {
        return sql.selectFrom(COUPON)
                .where(COUPON.COUPON_ID.in(ids))
                .orderBy(COUPON.COUPON_ID)
                .forUpdate()
                .fetch();
    }

    /** Whether the act did this to the coupon before; refused if it did something else. */
    boolean done(UUID coupon, Step step) {
        var earlier = sql.select(FACT.CONTENT_HASH)
                .from(FACT)
                .where(FACT.COUPON_ID.eq(coupon))
                .and(FACT.CAUSE.eq(step.act().cause()))
                .and(FACT.KIND.eq(step.kind().code()))
                .fetchOne(FACT.CONTENT_HASH);
        if (earlier != null && !earlier.equals(step.act().hash())) {
            throw Refusal.of(new CouponRefusal.ActDiffers(step.act().cause()));
        }
        return earlier != null;
    }

    /** Writes the next step of a locked coupon. */
    void append(CouponRecord row, Step step) {
        var from = row.getMemberId();
        row.setSteps(row.getSteps() + 1);
        follow(row, step);
        sql.executeInsert(fact(row, step, from));
        sql.executeUpdate(row);
    }

    /** Adds new coupons, each with its first fact. */
    void insertAll(List<CouponRecord> rows, Step issued) {
        sql.batchInsert(rows).execute();
        sql.batchInsert(rows.stream()
                        .map(row -> fact(row, issued, row.getMemberId()))
                        .toList())
                .execute();
    }

    private static void follow(CouponRecord row, Step step) {
        row.setLockedUntil(null);
        row.setLockedStore(null);
        row.setUsedFor(null);
        row.setUsedStore(null);
        row.setUsedAmount(null);
        row.setUsedCurrency(null);
        row.setUsedAt(null);
        switch (step.kind()) {
            case ISSUED, RELEASED, RETURNED -> row.setState("issued");
            case WITHDRAWN -> row.setState("withdrawn");
            case LOCKED -> {
                row.setState("locked");
                row.setLockedUntil(at(step.until()));
                row.setLockedStore(value(step.store()));
            }
            case USED -> {
                row.setState("used");
                row.setUsedFor(step.about());
                row.setUsedStore(value(step.store()));
                row.setUsedAt(at(step.act().at()));
                var amount = step.amount();
                if (amount != null) {
                    row.setUsedAmount(amount.minor());
                    row.setUsedCurrency(amount.currency().getCurrencyCode());
                }
            }
            case TRANSFERRED -> {
                row.setState("issued");
                row.setMemberId(
                        step.to() == null ? row.getMemberId() : step.to().value());
                row.setTransfers(row.getTransfers() + 1);
            }
        }
    }

    private FactRecord fact(CouponRecord coupon, Step step, UUID from) {
        var amount = step.amount();
        var row = new FactRecord();
        row.setFactId(Ids.derived(coupon.getCouponId() + "|" + coupon.getSteps()));
        row.setCouponId(coupon.getCouponId());
        row.setStep(coupon.getSteps());
        row.setKind(step.kind().code());
        row.setMemberId(coupon.getMemberId());
        row.setFromMemberId(step.to() == null ? null : from);
        row.setStoreId(value(step.store()));
        row.setAbout(step.about());
        row.setAmount(amount == null ? null : amount.minor());
        row.setCurrency(amount == null ? null : amount.currency().getCurrencyCode());
        row.setReason(step.act().reason());
        row.setCause(step.act().cause());
        row.setContentHash(step.act().hash());
        row.setOccurredOn(time.dateOf(step.act().at()));
        row.setOccurredAt(at(step.act().at()));
        row.setRecordedAt(at(time.now()));
        row.setActor(access.actor().reference());
        return row;
    }

    List<CouponFact> facts(UUID coupon) {
        return sql.selectFrom(FACT)
                .where(FACT.COUPON_ID.eq(coupon))
                .orderBy(FACT.STEP)
                .fetch(row -> new CouponFact(
                        row.getStep(),
                        CouponFact.Kind.of(row.getKind()),
                        new MemberId(row.getMemberId()),
                        row.getFromMemberId() == null ? null : new MemberId(row.getFromMemberId()),
                        row.getStoreId() == null ? null : new UnitId(row.getStoreId()),
                        row.getAbout(),
                        Stored.money(row.getAmount(), row.getCurrency()),
                        row.getReason(),
                        row.getOccurredAt().toInstant(),
                        row.getActor()));
    }

    /** The next coupons used in checkouts; a gift handed over by itself has no amount. */
    List<CounterCoupons.Use> uses(UUID after, int limit) {
        return sql.selectFrom(COUPON)
                .where(COUPON.STATE.eq("used"))
                .and(COUPON.USED_AMOUNT.isNotNull())
                .and(COUPON.COUPON_ID.gt(after))
                .orderBy(COUPON.COUPON_ID)
                .limit(limit)
                .fetch(row -> new CounterCoupons.Use(row.getCouponId(), row.getUsedFor(), row.getUsedAmount()));
    }

    SelectOnConditionStep<Record3<CouponRecord, TermsRecord, String>> all() {
        return sql.select(COUPON, TERMS, ISSUANCE.REASON)
                .from(COUPON)
                .join(TERMS)
                .on(TERMS.BATCH_ID.eq(COUPON.BATCH_ID), TERMS.REVISION.eq(COUPON.REVISION))
                .join(ISSUANCE)
                .on(ISSUANCE.ISSUANCE_ID.eq(COUPON.ISSUANCE_ID));
    }

    Stored stored(Record3<CouponRecord, TermsRecord, String> found) {
        var details = json.readValue(found.value2().getDetails().data(), BatchDetails.class);
        return new Stored(found.value1(), details, found.value3());
    }

    private static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
