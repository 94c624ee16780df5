package org.guildhall.cashback.payouts;

import static org.guildhall.jooq.cashback.Tables.PAYMENT;
import static org.guildhall.jooq.cashback.Tables.PAYOUT;
import static org.guildhall.jooq.cashback.Tables.PAYOUT_LINE;
import static org.guildhall.jooq.cashback.Tables.REBATE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.cashback.rules.PayoutRules;
import org.guildhall.jooq.cashback.tables.records.PaymentRecord;
import org.guildhall.jooq.cashback.tables.records.PayoutLineRecord;
import org.guildhall.jooq.cashback.tables.records.PayoutRecord;
import org.guildhall.kernel.MemberId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps payouts, their lines and payments. */
@Component
class PayoutStore {

    private static final String WAITING = "asked";

    private final DSLContext sql;

    PayoutStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<PayoutRecord> find(UUID id) {
        return sql.selectFrom(PAYOUT).where(PAYOUT.PAYOUT_ID.eq(id)).fetchOptional();
    }

    /** The same, held until the transaction ends. */
    Optional<PayoutRecord> lock(UUID id) {
        return sql.selectFrom(PAYOUT).where(PAYOUT.PAYOUT_ID.eq(id)).forUpdate().fetchOptional();
    }

    Optional<UUID> waiting() {
        return sql.select(PAYOUT.PAYOUT_ID)
                .from(PAYOUT)
                .where(PAYOUT.STATE.eq(WAITING))
                .fetchOptional(PAYOUT.PAYOUT_ID);
    }

    /** The latest month that was paid out. */
    Optional<YearMonth> lastPaid() {
        return sql.select(max(PAYOUT.MONTH))
                .from(PAYOUT)
                .where(PAYOUT.STATE.eq("paid"))
                .fetchOptional(row -> row.value1())
                .map(YearMonth::from);
    }

    /** Where everybody to whom something is due or who owes something stands, with what was first credited by a day; most due first. */
    Map<MemberId, PayoutRules.Standing> standings(LocalDate ripeThrough, int most) {
        return standings(ripeThrough, noCondition(), most);
    }

    /** Where these stand. */
    Map<MemberId, PayoutRules.Standing> standings(LocalDate ripeThrough, Collection<MemberId> members) {
        return standings(ripeThrough, REBATE.MEMBER_ID.in(ids(members)), members.size());
    }

    private Map<MemberId, PayoutRules.Standing> standings(LocalDate ripeThrough, Condition whose, int most) {
        var later = PAYMENT.as("later");
        var paid = coalesce(max(PAYMENT.TOTAL), inline(0L));
        var ripe =
                coalesce(sum(REBATE.CREDITED).filterWhere(REBATE.SETTLED_ON.le(ripeThrough)), inline(BigDecimal.ZERO));
        // What was paid before counts as far as it is still credited, however long it would have to lie by the rules of
        // today.
        var counted = greatest(
                ripe, least(coalesce(sum(REBATE.CREDITED), inline(BigDecimal.ZERO)), paid.cast(BigDecimal.class)));
        var standings = new LinkedHashMap<MemberId, PayoutRules.Standing>();
        sql.select(REBATE.MEMBER_ID, counted, paid)
                .from(REBATE)
                .leftJoin(PAYMENT)
                .on(PAYMENT.MEMBER_ID.eq(REBATE.MEMBER_ID))
                .and(notExists(selectOne()
                        .from(later)
                        .where(later.MEMBER_ID.eq(PAYMENT.MEMBER_ID))
                        .and(later.STEP.gt(PAYMENT.STEP))))
                .where(REBATE.LEVEL.gt((short) 0))
                .and(REBATE.CREDITS.gt(0))
                .and(whose)
                .groupBy(REBATE.MEMBER_ID)
                .having(counted.ne(paid.cast(BigDecimal.class)))
                .orderBy(counted.minus(paid).desc(), REBATE.MEMBER_ID)
                .limit(most)
                .forEach(row -> standings.put(
                        new MemberId(row.value1()),
                        new PayoutRules.Standing(row.value2().longValueExact(), row.value3())));
        return standings;
    }

    void insert(PayoutRecord payout, List<PayoutLineRecord> lines) {
        sql.executeInsert(payout);
        sql.batchInsert(lines).execute();
    }

    /** The lines that propose something, in the order of their members. */
    List<PayoutLineRecord> proposed(UUID payout) {
        return sql.selectFrom(PAYOUT_LINE)
                .where(PAYOUT_LINE.PAYOUT_ID.eq(payout))
                .and(PAYOUT_LINE.HELD.isNull())
                .orderBy(PAYOUT_LINE.MEMBER_ID)
                .fetch();
    }

    /** The last step of each of these. */
    Map<UUID, PaymentRecord> last(Collection<UUID> members) {
        var later = PAYMENT.as("later");
        return sql.selectFrom(PAYMENT)
                .where(PAYMENT.MEMBER_ID.in(members))
                .and(notExists(selectOne()
                        .from(later)
                        .where(later.MEMBER_ID.eq(PAYMENT.MEMBER_ID))
                        .and(later.STEP.gt(PAYMENT.STEP))))
                .fetchMap(PAYMENT.MEMBER_ID);
    }

    /** What a payout paid and was not taken back, to one or to everybody. */
    List<PaymentRecord> standing(UUID payout, @Nullable MemberId member) {
        var back = PAYMENT.as("back");
        return sql.selectFrom(PAYMENT)
                .where(PAYMENT.PAYOUT_ID.eq(payout))
                .and(PAYMENT.KIND.eq("paid"))
                .and(member == null ? noCondition() : PAYMENT.MEMBER_ID.eq(member.value()))
                .and(notExists(selectOne()
                        .from(back)
                        .where(back.PAYOUT_ID.eq(PAYMENT.PAYOUT_ID))
                        .and(back.MEMBER_ID.eq(PAYMENT.MEMBER_ID))
                        .and(back.KIND.eq("reversed"))))
                .orderBy(PAYMENT.MEMBER_ID)
                .fetch();
    }

    /** Under which content an act took payments back, if it did. */
    Optional<UUID> contentOf(UUID cause) {
        return sql.select(PAYMENT.CONTENT_HASH)
                .from(PAYMENT)
                .where(PAYMENT.CAUSE.eq(cause))
                .limit(1)
                .fetchOptional(PAYMENT.CONTENT_HASH);
    }

    void insert(List<PaymentRecord> payments) {
        sql.batchInsert(payments).execute();
    }

    void end(UUID payout, String state, Instant at) {
        sql.update(PAYOUT)
                .set(PAYOUT.STATE, state)
                .set(PAYOUT.ENDED_AT, at(at))
                .where(PAYOUT.PAYOUT_ID.eq(payout))
                .and(PAYOUT.STATE.eq(WAITING))
                .execute();
    }

    /** Removes what staff wrote about this member. */
    void erase(MemberId member) {
        sql.update(PAYMENT)
                .set(PAYMENT.REASON, "")
                .where(PAYMENT.MEMBER_ID.eq(member.value()))
                .execute();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static List<UUID> ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}
