package org.guildhall.prepaid.proofs;

/** Queries that find the first fact breaking a law, or nothing. */
final class Breaches {

    private Breaches() {}

    static final String TOP_UPS_ARE_PARTS = """
            select 'top-up ' || coalesce(t.top_up_id, p.top_up_id) || ' has ' || t.principal_left || ' + ' || t.bonus_left
              || ', its movements make ' || coalesce(p.principal, 0) || ' + ' || coalesce(p.bonus, 0)
            from prepaid.top_up t
            full join (
              select member_id, top_up_id, sum(principal) as principal, sum(bonus) as bonus
              from prepaid.part
              group by member_id, top_up_id
            ) p on p.member_id = t.member_id and p.top_up_id = t.top_up_id
            where t.principal_left is distinct from coalesce(p.principal, 0)
              or t.bonus_left is distinct from coalesce(p.bonus, 0)
            union all
            select 'movement ' || m.movement_id || ' moves ' || m.principal || ' + ' || m.bonus || ', its parts '
              || coalesce(p.principal, 0) || ' + ' || coalesce(p.bonus, 0)
            from prepaid.movement m
            left join (
              select member_id, movement_id, sum(principal) as principal, sum(bonus) as bonus
              from prepaid.part
              group by member_id, movement_id
            ) p on p.member_id = m.member_id and p.movement_id = m.movement_id
            where m.principal <> coalesce(p.principal, 0)
              or m.bonus <> coalesce(p.bonus, 0)
            limit 1
            """;

    static final String BONUS_HAS_ITS_TOP_UP = """
            select 'top-up ' || t.top_up_id || ' (' || t.state || ') has bonus ' || t.bonus_left || ' of ' || t.gift
              || ', it brought ' || coalesce(b.bonus::text, 'nothing')
            from prepaid.top_up t
            left join (
              select p.member_id, p.top_up_id, p.principal, p.bonus
              from prepaid.part p
              join prepaid.movement m using (member_id, movement_id)
              where m.kind in ('top-up', 'transfer-in')
            ) b on b.member_id = t.member_id and b.top_up_id = t.top_up_id
            where b.bonus is distinct from t.gift
              or b.principal is distinct from t.paid
              or t.bonus_left > t.gift
              or (t.state <> 'open' and t.bonus_left <> 0)
            order by t.top_up_id
            limit 1
            """;

    static final String PAYMENTS_ARE_MOVEMENTS = """
            select 'payment ' || y.payment_id || ' (' || y.state || ') took ' || y.principal || ' + ' || y.bonus
              || ', gave back ' || y.principal_back || ' + ' || y.bonus_back || '; moved '
              || coalesce(m.taken::text, 'nothing') || ', back ' || coalesce(b.principal, 0) || ' + ' || coalesce(b.bonus, 0)
            from prepaid.payment y
            left join (
              select member_id, movement_id, kind, -principal as principal, -bonus as bonus, -principal - bonus as taken
              from prepaid.movement
              where kind in ('payment', 'lock')
            ) m on m.member_id = y.member_id and m.movement_id = y.payment_id
            left join (
              select member_id, about_id, sum(principal) as principal, sum(bonus) as bonus,
                bool_or(kind = 'use') as used, bool_or(kind = 'release') as released, bool_or(kind = 'return') as returned
              from prepaid.movement
              where kind in ('use', 'release', 'return')
              group by member_id, about_id
            ) b on b.member_id = y.member_id and b.about_id = y.payment_id
            where m.principal is distinct from y.principal
              or m.bonus is distinct from y.bonus
              or y.principal_back <> coalesce(b.principal, 0)
              or y.bonus_back <> coalesce(b.bonus, 0)
              or (y.state = 'released') <> coalesce(b.released, false)
              or (y.state = 'paid') <> (m.kind = 'payment' or coalesce(b.used, false))
            order by y.payment_id
            limit 1
            """;

    static final String WITHIN_THE_CAP = """
            select 'movement ' || movement_id || ' of member ' || member_id || ' lifts the balance to ' || held
              || ', above the cap ' || cap
            from (
              select m.member_id, m.movement_id, m.cap,
                sum(m.principal) over w
                  + case when m.counts_bonus then sum(m.bonus) over w else 0 end
                  + sum(case m.kind
                      when 'lock' then -m.principal - m.bonus
                      when 'release' then -m.principal - m.bonus
                      when 'use' then l.principal + l.bonus
                      else 0 end) over w as held
              from prepaid.movement m
              left join prepaid.movement l
                on m.kind = 'use'
                and l.movement_id = m.about_id
              window w as (partition by m.member_id order by m.number)
            ) running
            where held > cap
            order by member_id, movement_id
            limit 1
            """;

    static final String FROZEN_STAYS = """
            select 'account ' || member_id || ' moved by ' || movement_id || ' (' || kind || ') while frozen'
            from (
              select member_id, movement_id, number, kind,
                coalesce(sum(case kind when 'freeze' then 1 when 'unfreeze' then -1 else 0 end)
                  over (partition by member_id order by number rows between unbounded preceding and 1 preceding), 0) as frozen
              from prepaid.movement
            ) told
            where frozen <> case when kind = 'unfreeze' then 1 else 0 end
            union all
            select 'account ' || a.member_id || ' is called ' || case when a.frozen then 'frozen' else 'free' end
              || ' after ' || coalesce(m.change, 0) || ' freezes'
            from prepaid.account a
            left join (
              select member_id, sum(case kind when 'freeze' then 1 when 'unfreeze' then -1 else 0 end) as change
              from prepaid.movement
              group by member_id
            ) m using (member_id)
            where coalesce(m.change, 0) <> case when a.frozen then 1 else 0 end
            limit 1
            """;
}
