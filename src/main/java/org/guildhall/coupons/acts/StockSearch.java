package org.guildhall.coupons.acts;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.guildhall.coupons.CouponKind;
import org.guildhall.coupons.CouponStock;
import org.guildhall.coupons.OpenCoupons;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Money;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** {@link CouponStock} from the facts: what a coupon's last fact of the day leaves open. */
@Component
class StockSearch implements CouponStock {

    private static final String OPEN = """
            select t.kind, count(*), sum((t.details -> 'benefit' -> 'amount' ->> 'minor')::bigint)::bigint
            from coupons.coupon c
            join coupons.terms t
              on t.batch_id = c.batch_id
              and t.revision = c.revision
            cross join lateral (
              select f.kind
              from coupons.fact f
              where f.coupon_id = c.coupon_id
                and f.occurred_at < ?::timestamptz
              order by f.step desc
              limit 1
            ) last
            where c.valid_to >= ?::date
              and last.kind not in ('used', 'withdrawn')
            group by t.kind
            order by t.kind
            """;

    private final DSLContext sql;
    private final BusinessTime time;

    StockSearch(DSLContext sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    @Override
    public List<OpenCoupons> open(LocalDate asOf) {
        return sql.resultQuery(OPEN, time.startOf(asOf.plusDays(1)).toString(), asOf.toString())
                .fetch(row -> {
                    var face = row.get(2, Long.class);
                    return new OpenCoupons(
                            CouponKind.valueOf(row.get(0, String.class)
                                    .toUpperCase(Locale.ROOT)
                                    .replace('-', '_')),
                            row.get(1, Long.class),
                            face == null ? null : Money.cny(face));
                });
    }
}
