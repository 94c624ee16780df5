package org.guildhall.cashback.proofs;

/** Queries that find the first fact breaking a law, or nothing. */
final class Breaches {

    private Breaches() {}

    static final String ADD_UP = """
            select 'rebate ' || r.rebate_id || ' comes to ' || r.current || ' and ' || r.credited || ' are booked; its lines say '
              || coalesce(s.total, 0) || ', its credits ' || coalesce(c.total, 0)
            from cashback.rebate r
            left join (
              select l.rebate_id, sum(l.total) as total
              from (
                select distinct on (rebate_id, line_number) rebate_id, total
                from cashback.share
                order by rebate_id, line_number, step desc
              ) l
              group by l.rebate_id
            ) s on s.rebate_id = r.rebate_id
            left join (
              select rebate_id, sum(total - before) as total, count(*) as steps
              from cashback.credit
              group by rebate_id
            ) c on c.rebate_id = r.rebate_id
            where r.current <> coalesce(s.total, 0)
              or r.credited <> coalesce(c.total, 0)
              or r.credits <> coalesce(c.steps, 0)
            limit 1
            """;

    static final String WITHIN_PERCENT = """
            select 'line ' || s.line_number || ' of rebate ' || s.rebate_id || ' brings ' || s.total || ' in step ' || s.step
              || ': ' || s.basis_points || ' of ' || s.base || ', after ' || s.before
            from cashback.share s
            left join cashback.share p
              on p.rebate_id = s.rebate_id and p.line_number = s.line_number and p.step = s.step - 1
            where s.total > s.base * s.basis_points / 10000
              or s.total < 0
              or s.before <> coalesce(p.total, 0)
              or (s.step > 1 and p.step is null)
            limit 1
            """;

    static final String NOT_EARLY = """
            select 'rebate ' || c.rebate_id || ' was credited on ' || r.settled_on || ', due on ' || r.settles_on
            from cashback.credit c
            join cashback.rebate r on r.rebate_id = c.rebate_id
            where r.settled_on < r.settles_on
            limit 1
            """;

    static final String FOLLOW_BONDS = """
            select 'rebate ' || r.rebate_id || ' of level ' || r.level || ' is for member ' || r.member_id
              || ', recommended by ' || coalesce(one.promoter_id::text, 'nobody') || ', who was by '
              || coalesce(two.promoter_id::text, 'nobody')
            from cashback.rebate r
            left join lateral (
              select b.promoter_id from cashback.bond b
              where b.customer_id = r.buyer_id and b.occurred_at <= r.occurred_at
              order by b.step desc limit 1
            ) one on true
            left join lateral (
              select b.promoter_id from cashback.bond b
              where b.customer_id = one.promoter_id and b.occurred_at <= r.occurred_at
              order by b.step desc limit 1
            ) two on true
            where r.level > 0
              and r.current > 0
              and r.member_id is distinct from case r.level when 1 then one.promoter_id when 2 then two.promoter_id end
            limit 1
            """;

    static final String NO_RINGS = """
            with recursive current as (
              select distinct on (customer_id) customer_id, promoter_id
              from cashback.bond
              order by customer_id, step desc
            ), upwards as (
              select customer_id, promoter_id as above from current where promoter_id is not null
              union
              select u.customer_id, c.promoter_id
              from upwards u
              join current c on c.customer_id = u.above
              where c.promoter_id is not null and u.above <> u.customer_id
            )
            select 'member ' || customer_id || ' was recommended by somebody they brought'
            from upwards
            where above = customer_id
            limit 1
            """;

    static final String CONSENTED = """
            select 'member ' || b.promoter_id || ' recommended ' || b.customer_id || ' at ' || b.occurred_at
              || coalesce(', a promoter from ' || p.occurred_at, ', no promoter')
            from cashback.bond b
            left join cashback.promoter p on p.member_id = b.promoter_id
            left join cashback.promoter_end e on e.member_id = b.promoter_id
            where b.promoter_id is not null
              and (p.member_id is null or not p.consent or p.occurred_at > b.occurred_at or e.occurred_at < b.occurred_at)
            limit 1
            """;
}
