package org.guildhall.checkout.proofs;

/** Queries that find the first fact breaking a law, or nothing. */
final class Breaches {

    private Breaches() {}

    /** List price = deductions + payments, of the whole as of its lines. */
    static final String ADDS_UP = """
            select 'checkout ' || s.number || ' says ' || s.list_amount || ' - ' || s.discount || ' - ' || s.benefit_amount || ' - ' || s.coupon_amount || ' - ' || s.points_amount
              || ' = ' || s.stored || ' + ' || s.cashback || ' + ' || s.tendered || ', its lines ' || coalesce(l.told, 'nothing')
              || ', its payments ' || coalesce(p.amount, 0)
            from checkout.sale s
            left join (
              select checkout_id, sum(list_amount) as list_amount, sum(discount) as discount,
                sum(benefit_amount) as benefit_amount, sum(coupon_amount) as coupon_amount, sum(points_amount) as points_amount, sum(paid) as paid,
                sum(list_amount) || ' - ' || sum(discount) || ' - ' || sum(benefit_amount) || ' - ' || sum(coupon_amount) || ' - ' || sum(points_amount)
                  || ' = ' || sum(paid) as told
              from checkout.line
              group by checkout_id
            ) l on l.checkout_id = s.checkout_id
            left join (
              select checkout_id, sum(amount) as amount
              from checkout.payment
              where return_id is null
              group by checkout_id
            ) p on p.checkout_id = s.checkout_id
            where s.list_amount <> s.discount + s.benefit_amount + s.coupon_amount + s.points_amount + s.stored + s.cashback + s.tendered
              or l.list_amount is distinct from s.list_amount
              or l.discount is distinct from s.discount
              or l.benefit_amount is distinct from s.benefit_amount
              or l.coupon_amount is distinct from s.coupon_amount
              or l.points_amount is distinct from s.points_amount
              or l.paid is distinct from s.stored + s.cashback + s.tendered
              or coalesce(p.amount, 0) <> s.tendered
            order by s.occurred_at, s.checkout_id
            limit 1
            """;

    /** What came back is what its lines and payments say. */
    static final String RETURNS_ADD_UP = """
            select 'return ' || r.return_id || ' gives back ' || r.stored || ' + ' || r.cashback || ' + ' || r.tendered || ' and '
              || r.points_amount || ', its lines ' || coalesce(l.paid, 0) || ' and ' || coalesce(l.points_amount, 0)
              || ', its payments ' || coalesce(p.amount, 0)
            from checkout.return r
            left join (
              select return_id, sum(discount) as discount, sum(benefit_amount) as benefit_amount,
                sum(coupon_amount) as coupon_amount, sum(points_amount) as points_amount, sum(paid) as paid
              from checkout.return_line
              group by return_id
            ) l on l.return_id = r.return_id
            left join (
              select return_id, -sum(amount) as amount
              from checkout.payment
              where return_id is not null
              group by return_id
            ) p on p.return_id = r.return_id
            where l.paid is distinct from r.stored + r.cashback + r.tendered
              or l.discount is distinct from r.discount
              or l.benefit_amount is distinct from r.benefit_amount
              or l.coupon_amount is distinct from r.coupon_amount
              or l.points_amount is distinct from r.points_amount
              or coalesce(p.amount, 0) <> r.tendered
            order by r.occurred_at, r.return_id
            limit 1
            """;

    /** Nothing came back twice, and of what came back whole nothing stayed. */
    static final String NEVER_MORE_BACK = """
            select 'line ' || l.line_number || ' of checkout ' || l.checkout_id || ' has ' || l.quantity_back || ' of '
              || l.quantity || ' back with ' || coalesce(b.paid, 0) || ' of ' || l.paid || ', its returns make '
              || coalesce(b.quantity, 0)
            from checkout.line l
            left join (
              select checkout_id, line_number, sum(quantity) as quantity, sum(discount) as discount,
                sum(benefit_amount) as benefit_amount, sum(coupon_amount) as coupon_amount, sum(points_amount) as points_amount, sum(paid) as paid
              from checkout.return_line
              group by checkout_id, line_number
            ) b on b.checkout_id = l.checkout_id and b.line_number = l.line_number
            where l.quantity_back <> coalesce(b.quantity, 0)
              or l.quantity_back > l.quantity
              or b.paid > l.paid
              or b.discount > l.discount
              or b.benefit_amount > l.benefit_amount
              or b.coupon_amount > l.coupon_amount
              or b.points_amount > l.points_amount
              or (l.quantity_back = l.quantity
                and (b.paid <> l.paid or b.discount <> l.discount or b.benefit_amount <> l.benefit_amount
                  or b.coupon_amount <> l.coupon_amount
                  or b.points_amount <> l.points_amount))
            union all
            select 'checkout ' || s.number || ' counts ' || s.points_back || ' points, ' || s.stored_back || ' + '
              || s.cashback_back || ' + ' || s.tendered_back || ' back, its returns ' || coalesce(r.points, 0) || ', ' || coalesce(r.stored, 0) || ' + '
              || coalesce(r.cashback, 0) || ' + ' || coalesce(r.tendered, 0)
            from checkout.sale s
            left join (
              select checkout_id, sum(points) as points, sum(stored) as stored, sum(cashback) as cashback, sum(tendered) as tendered,
                sum(points_amount) as points_amount
              from checkout.return
              group by checkout_id
            ) r on r.checkout_id = s.checkout_id
            where s.points_back <> coalesce(r.points, 0)
              or s.stored_back <> coalesce(r.stored, 0)
              or s.cashback_back <> coalesce(r.cashback, 0)
              or s.tendered_back <> coalesce(r.tendered, 0)
              or (r.points_amount = s.points_amount and r.points <> s.points)
            union all
            select 'payment ' || p.payment_id || ' counts ' || p.back || ' of ' || p.amount || ' back, it gave '
              || coalesce(b.amount, 0)
            from checkout.payment p
            left join (
              select origin_id, -sum(amount) as amount
              from checkout.payment
              where origin_id is not null
              group by origin_id
            ) b on b.origin_id = p.payment_id
            where p.return_id is null
              and (p.back <> coalesce(b.amount, 0) or p.back > p.amount)
            limit 1
            """;

    /** What coupons took off is spread over the lines exactly, and one goes back when nothing it applied to stays. */
    static final String COUPONS_ADD_UP = """
            select 'checkout ' || s.number || ' has ' || s.coupon_amount || ' off by coupons, they say '
              || coalesce(c.amount, 0)
            from checkout.sale s
            left join (
              select checkout_id, sum(amount) as amount
              from checkout.coupon
              group by checkout_id
            ) c on c.checkout_id = s.checkout_id
            where s.coupon_amount <> coalesce(c.amount, 0)
            union all
            select 'coupon ' || c.code || ' took ' || c.amount || ', of its lines ' || coalesce(l.amount, 0)
              || case when c.return_id is null then '' else ', and went back' end
            from checkout.coupon c
            left join (
              select k.checkout_id, k.coupon_id, sum(k.amount) as amount, bool_and(l.quantity_back = l.quantity) as back
              from checkout.coupon_line k
              join checkout.line l on l.checkout_id = k.checkout_id and l.line_number = k.line_number
              group by k.checkout_id, k.coupon_id
            ) l on l.checkout_id = c.checkout_id and l.coupon_id = c.coupon_id
            where c.amount <> coalesce(l.amount, 0)
              or (c.return_id is not null) is distinct from l.back
            union all
            select 'line ' || l.line_number || ' of checkout ' || l.checkout_id || ' has ' || l.coupon_amount
              || ' off by coupons, they say ' || coalesce(k.amount, 0)
            from checkout.line l
            left join (
              select checkout_id, line_number, sum(amount) as amount
              from checkout.coupon_line
              group by checkout_id, line_number
            ) k on k.checkout_id = l.checkout_id and k.line_number = l.line_number
            where l.coupon_amount <> coalesce(k.amount, 0)
            limit 1
            """;

    /** The use of a benefit is taken back with the return after which nothing stays of what it took something off. */
    static final String BENEFITS_GO_BACK = """
            select 'checkout ' || s.number || ' used ' || s.benefit || ' for ' || s.benefit_amount
              || case when s.benefit_return is null then '' else ', took the use back' end
              || case when l.back then ', and all it was for is back' else ', and some it was for stays' end
            from checkout.sale s
            left join (
              select checkout_id, bool_and(quantity_back = quantity) as back
              from checkout.line
              where benefit_amount > 0
              group by checkout_id
            ) l on l.checkout_id = s.checkout_id
            where s.benefit_use is not null
              and (s.benefit_return is not null) is distinct from l.back
            limit 1
            """;
}
