package org.guildhall.checkout;

import java.util.List;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;

/** What a sale leaves behind in the books, without what differs from one sale to the next by its nature. */
final class SaleTraces {

    private static final List<String> QUERIES = List.of("""
            select p.kind, p.cause_type, p.actor, p.policy_version, p.reason_code, p.movements,
              e.line, e.asset, e.contra, e.expires_on, e.amount, e.occurred_at, e.recorded_at, e.booked_at
            from ledger.entry e join ledger.posting p on p.member_id = e.member_id and p.posting_id = e.posting_id
            where e.member_id = ? order by 1, 2, 3, 7, 8, 9, 10, 11
            """, """
            select asset, balance, held, last_occurred_at, last_taken_at from ledger.account where member_id = ? order by 1
            """, """
            select asset, expires_on, amount from ledger.lot where member_id = ? order by 1, 2
            """, """
            select tier, since, keep_until, due_on, growth, spend_minor, visits, last_purchase_at, revision, steps
            from loyalty.standing where member_id = ?
            """, """
            select seq, effective_at, from_tier, to_tier, reason, policy_version, fact_id is null, withdraws, recorded_at
            from loyalty.tier_change where member_id = ? order by 1
            """, """
            select source, occurred_at, store_id, staff_id, total_minor, currency, payment, line_products, line_categories,
              line_quantities_milli, line_amounts_minor, recorded_at
            from loyalty.purchase where member_id = ? order by 2, 5
            """, """
            select store_id, currency, list_amount, discount, benefit_amount, benefit, benefit_use is null, benefit_return is null,
              coupon_amount, points, points_amount, stored, tendered, points_back, stored_back, tendered_back, points_posting is null, stored_movement is null,
              purchase_id is null, points_earned, inputs, policy_version, occurred_on, occurred_at, recorded_at, actor
            from checkout.sale where member_id = ? order by 3, 4
            """, """
            select l.line_number, l.product, l.category, l.quantity, l.quantity_back, l.list_amount, l.discount,
              l.benefit_amount, l.coupon_amount, l.points_amount, l.paid
            from checkout.line l join checkout.sale s using (checkout_id) where s.member_id = ? order by 1, 6, 10
            """, """
            select p.place, p.method, p.amount, p.back, p.reference, p.store_id, p.occurred_on, p.occurred_at, p.actor
            from checkout.payment p join checkout.sale s using (checkout_id) where s.member_id = ? order by 1, 3
            """, """
            select benefit, name, kind, version, ground, tier, tier_steps, grant_id is null, period, period_start, most,
              store_id, checkout_id is null, heads, applied_to, cost, currency, occurred_on, occurred_at, recorded_at, actor
            from benefits.use where member_id = ? order by 1, 15, 16
            """, """
            select benefit, period, period_start, used, most from benefits.allowance where member_id = ? order by 1, 2, 3
            """, """
            select act, subject_kind, unit_id, actor, actor_name, request_id, at, facts - 'number'
            from access.audit where member_id = ? order by 1, 8
            """);

    private SaleTraces() {}

    /** For each table the member's rows. */
    static List<List<String>> of(DSLContext sql, MemberId member) {
        return QUERIES.stream()
                .map(query -> sql.fetch(query, member.value()).map(row -> row.toString()))
                .toList();
    }
}
