package org.guildhall.coupons.acts;

import static org.guildhall.jooq.coupons.Tables.BATCH;
import static org.guildhall.jooq.coupons.Tables.HOLDING;
import static org.guildhall.jooq.coupons.Tables.TERMS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.jooq.coupons.tables.records.BatchRecord;
import org.guildhall.jooq.coupons.tables.records.CouponRecord;
import org.guildhall.jooq.coupons.tables.records.TermsRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts how many coupons of a batch there are and who had how many; constraints refuse what would be too many. Locks are taken
 * in one order: batches, then holdings by member, then coupons.
 */
@Component
class HoldingStore {

    private final DSLContext sql;

    HoldingStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The batch, held until the transaction ends. */
    Optional<BatchRecord> lock(UUID batch) {
        return sql.selectFrom(BATCH).where(BATCH.BATCH_ID.eq(batch)).forUpdate().fetchOptional();
    }

    TermsRecord terms(UUID batch, int revision) {
        return sql.selectFrom(TERMS)
                .where(TERMS.BATCH_ID.eq(batch))
                .and(TERMS.REVISION.eq(revision))
                .fetchSingle();
    }

    /** How many each of these members had, their counts held until the transaction ends. */
    Map<UUID, Integer> lockHad(UUID batch, Collection<UUID> members) {
        var ids = members.stream().distinct().sorted().toArray(UUID[]::new);
        sql.execute("""
                insert into coupons.holding (member_id, batch_id, had)
                select m.member_id, ?, 0
                from unnest(?::uuid[]) as m(member_id)
                order by m.member_id
                on conflict do nothing
                """, batch, ids);
        return sql.resultQuery("""
                        select member_id, had
                        from coupons.holding
                        where batch_id = ?
                          and member_id = any(?::uuid[])
                        order by member_id
                        for update
                        """, batch, ids)
                .fetchMap(row -> row.get(0, UUID.class), row -> row.get(1, Integer.class));
    }

    /** Counts coupons that these members receive, one for each time a member is named. */
    void received(UUID batch, List<UUID> members, @Nullable Integer most) {
        var counts = members.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var ids = counts.keySet().stream().sorted().toArray(UUID[]::new);
        var more = new Integer[ids.length];
        for (int i = 0; i < ids.length; i++) {
            more[i] = Math.toIntExact(counts.getOrDefault(ids[i], 0L));
        }
        sql.execute("""
                update coupons.holding h
                set had = h.had + n.more, most = ?::int
                from unnest(?::uuid[], ?::int[]) as n(member_id, more)
                where h.member_id = n.member_id
                  and h.batch_id = ?
                """, most, ids, more, batch);
    }

    void issued(UUID batch, int more) {
        sql.update(BATCH)
                .set(BATCH.ISSUED, BATCH.ISSUED.plus(more))
                .where(BATCH.BATCH_ID.eq(batch))
                .execute();
    }

    /** A coupon is to be withdrawn: it no longer counts for its batch and its member. */
    void withdrawn(CouponRecord coupon) {
        sql.update(BATCH)
                .set(BATCH.WITHDRAWN, BATCH.WITHDRAWN.plus(1))
                .where(BATCH.BATCH_ID.eq(coupon.getBatchId()))
                .execute();
        sql.update(HOLDING)
                .set(HOLDING.HAD, HOLDING.HAD.minus(1))
                .where(HOLDING.MEMBER_ID.eq(coupon.getMemberId()))
                .and(HOLDING.BATCH_ID.eq(coupon.getBatchId()))
                .execute();
    }
}
