package org.guildhall.checkout.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what one person sold to members on a day. */
@Component
class SoldTodayStore {

    private static final FixedStatement SOLD = FixedStatement.of("""
            select s.member_id,
              sum(s.list_amount - coalesce((
                select sum(r.discount + r.benefit_amount + r.coupon_amount + r.points_amount + r.paid)
                from checkout.return_line r
                where r.checkout_id = s.checkout_id), 0))::bigint
            from checkout.sale s
            where s.member_id = any(?)
              and s.occurred_at >= ?::timestamptz
              and s.occurred_on = ?::date
              and s.actor = ?
            group by s.member_id
            """);

    private final DSLContext sql;

    SoldTodayStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Who sells what.
     *
     * @param since when the day begins
     */
    record Seller(String actor, LocalDate day, Instant since) {}

    /** What it came to before any deduction, in the smallest unit, less what came back; members without a sale are left out. */
    Map<MemberId, Long> sold(Collection<MemberId> members, Seller seller) {
        var sold = new HashMap<MemberId, Long>();
        SOLD.list(
                        sql,
                        row -> Map.entry(MemberId.of(row.getObject(1, UUID.class)), row.getLong(2)),
                        members.stream().map(MemberId::value).toArray(UUID[]::new),
                        seller.since.toString(),
                        seller.day.toString(),
                        seller.actor)
                .forEach(one -> sold.put(one.getKey(), one.getValue()));
        return sold;
    }
}
