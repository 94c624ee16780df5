package org.guildhall.mall.proofs;

/** Queries that find the first fact breaking a law, or nothing. */
final class Breaches {

    private Breaches() {}

    static final String STOCK_IS_MOVEMENTS = """
            select 'reward ' || reward_id || ': received ' || s.received || ', available ' || s.available || ', held '
              || s.held || ', gone ' || s.gone || '; moved ' || coalesce(m.received, 0) || ', '
              || coalesce(m.available, 0) || ', ' || coalesce(m.held, 0) || ', ' || coalesce(m.gone, 0)
            from mall.stock s
            full join (
              select reward_id,
                sum(quantity) filter (where kind in ('received', 'corrected')) as received,
                sum(case kind when 'held' then -quantity when 'fulfilled' then 0 else quantity end) as available,
                sum(case kind when 'held' then quantity when 'released' then -quantity when 'fulfilled' then -quantity
                  else 0 end) as held,
                sum(case kind when 'fulfilled' then quantity when 'returned' then -quantity else 0 end) as gone
              from mall.stock_movement
              group by reward_id
            ) m using (reward_id)
            where s.received is distinct from coalesce(m.received, 0)
              or s.available is distinct from coalesce(m.available, 0)
              or s.held is distinct from coalesce(m.held, 0)
              or s.gone is distinct from coalesce(m.gone, 0)
            order by reward_id
            limit 1
            """;

    static final String STOCK_ADDS_UP = """
            select 'reward ' || reward_id || ': available ' || available || ' + held ' || held || ' + gone ' || gone
              || ' is not received ' || received
            from mall.stock
            where available + held + gone <> received
              or least(available, held, gone) < 0
            order by reward_id
            limit 1
            """;

    static final String ORDERS_ARE_MOVEMENTS = """
            select 'redemption ' || coalesce(o.order_id, m.order_id) || ' is ' || coalesce(o.state, 'unknown')
              || ', moved ' || coalesce(m.kinds, 'nothing')
            from mall.redemption o
            full join (
              select order_id, string_agg(kind, ' ' order by movement_id, kind) as kinds, min(quantity) as least,
                max(quantity) as most, count(*) as times,
                bool_or(kind = 'held') as held, bool_or(kind = 'released') as released,
                bool_or(kind = 'fulfilled') as fulfilled, bool_or(kind = 'returned') as returned
              from mall.stock_movement
              where order_id is not null
              group by order_id
            ) m on m.order_id = o.order_id
            where o.order_id is null
              or m.order_id is null
              or m.least <> o.quantity
              or m.most <> o.quantity
              or not m.held
              or m.released <> (o.state in ('cancelled', 'expired'))
              or m.fulfilled <> (o.state in ('fulfilled', 'returned'))
              or m.returned <> (o.state = 'returned')
              or m.times <> case o.state when 'waiting' then 1 when 'returned' then 3 else 2 end
            order by 1
            limit 1
            """;

    /** Paid in full, and given back once the order came to nothing: each payment by its own method and from its own till. */
    static final String CASH_IS_PAID = """
            select 'redemption ' || coalesce(o.order_id, p.order_id) || ' is ' || coalesce(o.state, 'unknown') || ', costs '
              || coalesce(o.cash, 0) || ', took ' || coalesce(p.took, 0) || ', gave back ' || coalesce(p.back, 0)
              || case when p.strange then ', not as it came' else '' end
            from (select order_id, state, cash, currency from mall.redemption where cash <> 0) o
            full join (
              select t.order_id,
                sum(t.amount) filter (where t.origin_id is null) as took,
                -sum(t.amount) filter (where t.origin_id is not null) as back,
                min(t.currency) as least, max(t.currency) as most,
                bool_or(t.origin_id is not null and
                  (f.order_id, f.method, f.store_id, f.currency, -f.amount)
                    is distinct from (t.order_id, t.method, t.store_id, t.currency, t.amount)) as strange
              from mall.payment t
              left join mall.payment f on f.payment_id = t.origin_id
              group by t.order_id
            ) p on p.order_id = o.order_id
            where o.order_id is null
              or p.order_id is null
              or o.cash <> coalesce(p.took, 0)
              or o.currency <> p.least
              or o.currency <> p.most
              or p.strange
              or coalesce(p.back, 0) <> case when o.state in ('cancelled', 'expired', 'returned') then o.cash else 0 end
            order by 1
            limit 1
            """;
}
