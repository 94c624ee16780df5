package org.guildhall.checkout.proofs;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what laws compare with other modules' books, a piece at a time. */
@Component
class CheckoutLawStore {

    private final DSLContext sql;

    CheckoutLawStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What a checkout or return says it moved. */
    record Claim(UUID about, MemberId member, UUID moved, long amount) {}

    private static final String POINTS = claims("points_posting", "points");
    private static final String STORED = claims("stored_movement", "stored");
    private static final String CASHBACK = claims("cashback_posting", "cashback");

    /** The next that say they moved something, each kind along its own key. */
    private static String claims(String moved, String amount) {
        return """
            select about, member_id, moved, amount
            from (
              (select checkout_id as about, member_id, %1$s as moved, -%2$s as amount
              from checkout.sale
              where checkout_id > {0}
                and %1$s is not null
              order by checkout_id
              limit {1})
              union all
              (select r.return_id, s.member_id, r.%1$s, r.%2$s
              from checkout.return r
              join checkout.sale s using (checkout_id)
              where r.return_id > {0}
                and r.%1$s is not null
              order by r.return_id
              limit {1})
            ) told
            order by about
            limit {1}
            """.formatted(moved, amount);
    }

    private static final String COUPONS = """
            select coupon_id, checkout_id, amount
            from checkout.coupon
            where return_id is null
              and coupon_id > ?
            order by coupon_id
            limit ?
            """;

    private static final String BENEFITS = """
            select benefit_use, checkout_id, benefit_amount
            from checkout.sale
            where benefit_return is null
              and benefit_use > ?
            order by benefit_use
            limit ?
            """;

    List<Claim> points(UUID after, int limit) {
        return claims(POINTS, after, limit);
    }

    List<Claim> stored(UUID after, int limit) {
        return claims(STORED, after, limit);
    }

    List<Claim> cashback(UUID after, int limit) {
        return claims(CASHBACK, after, limit);
    }

    private List<Claim> claims(String query, UUID after, int limit) {
        return sql.resultQuery(query, val(after), val(limit))
                .fetch(row -> new Claim(
                        row.get(0, UUID.class),
                        new MemberId(row.get(1, UUID.class)),
                        row.get(2, UUID.class),
                        row.get(3, Long.class)));
    }

    /** The next coupons that stand in a checkout, by identifier. */
    List<UsedAsTold.Use> coupons(UUID after, int limit) {
        return uses(COUPONS, after, limit);
    }

    /** The next uses of benefits that stand in a checkout, by identifier. */
    List<UsedAsTold.Use> benefits(UUID after, int limit) {
        return uses(BENEFITS, after, limit);
    }

    private List<UsedAsTold.Use> uses(String query, UUID after, int limit) {
        return sql.resultQuery(query, after, limit)
                .fetch(row ->
                        new UsedAsTold.Use(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, Long.class)));
    }

    /** The next checkouts by identifier. */
    List<UUID> checkouts(UUID after, int limit) {
        return sql.resultQuery("""
                        select checkout_id
                        from checkout.sale
                        where checkout_id > ?
                        order by checkout_id
                        limit ?
                        """, after, limit).fetch(row -> row.get(0, UUID.class));
    }
}
