package org.guildhall.cashback.acts;

import static org.guildhall.jooq.cashback.Tables.CREDIT;
import static org.guildhall.jooq.cashback.Tables.REBATE;
import static org.guildhall.jooq.cashback.Tables.SHARE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.jooq.cashback.tables.records.CreditRecord;
import org.guildhall.jooq.cashback.tables.records.RebateRecord;
import org.guildhall.jooq.cashback.tables.records.ShareRecord;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps rebates, the steps of their lines and their credits. */
@Component
class RebateStore {

    private final DSLContext sql;

    RebateStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The rebates for purchases of these members, held until the transaction ends, in the order of their identifiers. */
    Map<UUID, RebateRecord> lock(Collection<MemberId> buyers) {
        var rows = new HashMap<UUID, RebateRecord>();
        sql.selectFrom(REBATE)
                .where(REBATE.BUYER_ID.in(ids(buyers)))
                .orderBy(REBATE.REBATE_ID)
                .forUpdate()
                .forEach(row -> rows.put(row.getRebateId(), row));
        return rows;
    }

    /** The last step of each line of the rebates for purchases of these members. */
    Map<UUID, Map<Integer, ShareRecord>> lastShares(Collection<MemberId> buyers) {
        var last = new HashMap<UUID, Map<Integer, ShareRecord>>();
        sql.select(SHARE)
                .distinctOn(SHARE.REBATE_ID, SHARE.LINE_NUMBER)
                .from(SHARE)
                .join(REBATE)
                .on(REBATE.REBATE_ID.eq(SHARE.REBATE_ID))
                .where(REBATE.BUYER_ID.in(ids(buyers)))
                .orderBy(SHARE.REBATE_ID, SHARE.LINE_NUMBER, SHARE.STEP.desc())
                .forEach(row -> last.computeIfAbsent(row.value1().getRebateId(), id -> new HashMap<>())
                        .put(row.value1().getLineNumber(), row.value1()));
        return last;
    }

    void insertRebates(List<RebateRecord> rows) {
        sql.batchInsert(rows).execute();
    }

    void insertShares(List<ShareRecord> rows) {
        sql.batchInsert(rows).execute();
    }

    void insertCredits(List<CreditRecord> rows) {
        sql.batchInsert(rows).execute();
    }

    /** Saves the sums that changed. */
    void save(List<RebateRecord> rows) {
        sql.batchUpdate(rows).execute();
    }

    /** Buyers with something to credit through a day, in the order of their identifiers. */
    List<MemberId> due(LocalDate through, UUID after, int limit) {
        return sql.selectDistinct(REBATE.BUYER_ID)
                .from(REBATE)
                .where(REBATE.SETTLES_ON.le(through))
                .and(REBATE.CURRENT.ne(REBATE.CREDITED))
                .and(REBATE.BUYER_ID.gt(after))
                .orderBy(REBATE.BUYER_ID)
                .limit(limit)
                .fetch(row -> new MemberId(row.value1()));
    }

    Optional<RebateRecord> row(UUID rebate) {
        return sql.selectFrom(REBATE).where(REBATE.REBATE_ID.eq(rebate)).fetchOptional();
    }

    List<ShareRecord> shares(UUID rebate) {
        return sql.selectFrom(SHARE)
                .where(SHARE.REBATE_ID.eq(rebate))
                .orderBy(SHARE.LINE_NUMBER, SHARE.STEP)
                .fetch();
    }

    List<CreditRecord> credits(UUID rebate) {
        return sql.selectFrom(CREDIT)
                .where(CREDIT.REBATE_ID.eq(rebate))
                .orderBy(CREDIT.STEP)
                .fetch();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<UUID> ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}
