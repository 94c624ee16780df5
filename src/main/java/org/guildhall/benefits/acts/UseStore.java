package org.guildhall.benefits.acts;

import static org.guildhall.jooq.benefits.Tables.TAKING_BACK;
import static org.guildhall.jooq.benefits.Tables.USE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.benefits.BenefitKind;
import org.guildhall.benefits.CounterBenefits;
import org.guildhall.benefits.EntitlementView.By;
import org.guildhall.benefits.UseView;
import org.guildhall.jooq.benefits.tables.records.TakingBackRecord;
import org.guildhall.jooq.benefits.tables.records.UseRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps uses, and what was taken back. */
@Component
class UseStore {

    private final DSLContext sql;
    private final Access access;
    private final BusinessTime time;

    UseStore(DSLContext sql, Access access, BusinessTime time) {
        this.sql = sql;
        this.access = access;
        this.time = time;
    }

    Optional<UseRecord> row(UUID id) {
        return sql.selectFrom(USE).where(USE.USE_ID.eq(id)).fetchOptional();
    }

    /** The same, held until the transaction ends. */
    Optional<UseRecord> lock(UUID id) {
        return sql.selectFrom(USE).where(USE.USE_ID.eq(id)).forUpdate().fetchOptional();
    }

    Optional<TakingBackRecord> takenBack(UUID use) {
        return sql.selectFrom(TAKING_BACK).where(TAKING_BACK.USE_ID.eq(use)).fetchOptional();
    }

    Optional<UseView> find(UUID id) {
        return all().where(USE.USE_ID.eq(id)).fetchOptional(row -> view(row.value1(), row.value2()));
    }

    SelectOnConditionStep<Record2<UseRecord, TakingBackRecord>> all() {
        return sql.select(USE, TAKING_BACK).from(USE).leftJoin(TAKING_BACK).on(TAKING_BACK.USE_ID.eq(USE.USE_ID));
    }

    /** The next uses in checkouts that stand, by their identifier. */
    List<CounterBenefits.Use> inCheckouts(UUID after, int limit) {
        return sql.select(USE.USE_ID, USE.CHECKOUT_ID, USE.COST)
                .from(USE)
                .where(USE.CHECKOUT_ID.isNotNull())
                .and(USE.USE_ID.gt(after))
                .andNotExists(sql.selectOne().from(TAKING_BACK).where(TAKING_BACK.USE_ID.eq(USE.USE_ID)))
                .orderBy(USE.USE_ID)
                .limit(limit)
                .fetch(row -> new CounterBenefits.Use(row.value1(), row.value2(), row.value3()));
    }

    void insert(UseRecord row, Instant at) {
        row.setOccurredOn(time.dateOf(at));
        row.setOccurredAt(GrantStore.at(at));
        row.setRecordedAt(GrantStore.at(time.now()));
        row.setActor(access.actor().reference());
        sql.executeInsert(row);
    }

    void takeBack(UUID use, Act act, String reason, Instant at) {
        var row = new TakingBackRecord();
        row.setUseId(use);
        row.setCause(act.id());
        row.setContentHash(act.hash());
        row.setReason(reason);
        row.setOccurredAt(GrantStore.at(at));
        row.setRecordedAt(GrantStore.at(time.now()));
        row.setActor(access.actor().reference());
        sql.executeInsert(row);
    }

    static UseView view(UseRecord row, TakingBackRecord back) {
        return new UseView(
                row.getUseId(),
                new MemberId(row.getMemberId()),
                row.getBenefit(),
                row.getName(),
                BenefitKind.of(row.getKind()),
                row.getVersion(),
                By.of(row.getGround()),
                row.getTier(),
                row.getGrantId(),
                row.getPeriod(),
                row.getPeriodStart(),
                row.getMost(),
                new UnitId(row.getStoreId()),
                row.getCodeId() != null,
                row.getCheckoutId(),
                row.getHeads(),
                applied(row),
                Money.of(row.getCost(), row.getCurrency()),
                row.getOccurredAt().toInstant(),
                row.getRecordedAt().toInstant(),
                row.getActor(),
                back.getUseId() == null
                        ? null
                        : new UseView.TakenBack(
                                back.getReason(), back.getOccurredAt().toInstant(), back.getActor()));
    }

    private static @Nullable Money applied(UseRecord row) {
        return row.getAppliedTo() == null ? null : Money.of(row.getAppliedTo(), row.getCurrency());
    }
}
