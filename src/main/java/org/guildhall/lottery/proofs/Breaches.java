package org.guildhall.lottery.proofs;

/** Queries that find the first fact breaking a law, or nothing. */
final class Breaches {

    private Breaches() {}

    /** The odds of every lottery are exactly one, and one of its prizes is the consolation that never runs out. */
    static final String ODDS_SUM_TO_ONE = """
            select 'the odds of lottery ' || l.code || ' sum to ' || coalesce(sum(p.odds), 0) || ' parts per million, with '
              || count(*) filter (where p.consolation and p.stock is null) || ' consolation prizes'
            from lottery.lottery l
            left join lottery.prize p on p.lottery_id = l.lottery_id
            group by l.lottery_id, l.code
            having coalesce(sum(p.odds), 0) <> 1000000
              or count(*) filter (where p.consolation and p.stock is null) <> 1
            order by l.lottery_id
            limit 1
            """;

    /** A prize with a stock was given to its first hits and to nobody else; its hits are numbered without gaps. */
    static final String WITHIN_STOCK = """
            select 'prize ' || p.code || ' of lottery ' || l.code || ' was given ' || d.given || ' times of ' || p.stock
              || ', hit ' || d.hits || ' times, counted ' || p.hits || ', numbered up to ' || d.highest
            from lottery.prize p
            join lottery.lottery l on l.lottery_id = p.lottery_id
            cross join lateral (
              select count(*) filter (where given = p.place) as given,
                count(*) filter (where drawn = p.place) as hits,
                coalesce(max(hit) filter (where drawn = p.place), 0) as highest
              from lottery.draw
              where lottery_id = p.lottery_id
                and (drawn = p.place or given = p.place)
            ) d
            where p.stock is not null
              and (d.given <> least(d.hits, p.stock) or d.hits <> p.hits or d.highest <> p.hits)
            union all
            select 'draw ' || d.draw_id || ' hit prize ' || d.drawn || ' as number ' || coalesce(d.hit::text, 'none')
              || ' of ' || coalesce(p.stock::text, 'any') || ' and was given ' || d.given
            from lottery.draw d
            join lottery.prize p on p.lottery_id = d.lottery_id and p.place = d.drawn
            join lottery.prize c on c.lottery_id = d.lottery_id and c.consolation
            where (d.hit is null) <> (p.stock is null)
              or d.given <> case when p.stock is null or d.hit <= p.stock then d.drawn else c.place end
            limit 1
            """;

    /** Members' draws are numbered without gaps and counted as they stand, within the limits. */
    static final String COUNTED = """
            select 'member ' || e.member_id || ' is said to have drawn ' || e.draws || ' times, ' || e.cancelled || ' cancelled, '
              || e.free || ' free; there are ' || coalesce(d.draws, 0) || ', ' || coalesce(d.cancelled, 0) || ', '
              || coalesce(d.free, 0)
            from lottery.entrant e
            join lottery.lottery l on l.lottery_id = e.lottery_id
            left join (
              select d.lottery_id, d.member_id, count(*) as draws, max(d.number) as highest, count(n.draw_id) as cancelled,
                count(*) filter (where d.free and n.draw_id is null) as free
              from lottery.draw d
              left join lottery.ending n on n.draw_id = d.draw_id and n.kind = 'cancelled'
              group by d.lottery_id, d.member_id
            ) d on d.lottery_id = e.lottery_id and d.member_id = e.member_id
            where e.draws <> coalesce(d.draws, 0)
              or e.draws <> coalesce(d.highest, 0)
              or e.cancelled <> coalesce(d.cancelled, 0)
              or e.free <> coalesce(d.free, 0)
              or e.free > l.free_draws
              or e.draws - e.cancelled > l.per_member
            union all
            select 'member ' || t.member_id || ' is said to have drawn ' || t.draws || ' times on ' || t.day || ', did '
              || coalesce(d.draws, 0)
            from lottery.entrant_day t
            join lottery.lottery l on l.lottery_id = t.lottery_id
            left join (
              select d.lottery_id, d.member_id, d.occurred_on, count(*) as draws
              from lottery.draw d
              where not exists (select from lottery.ending n where n.draw_id = d.draw_id and n.kind = 'cancelled')
              group by d.lottery_id, d.member_id, d.occurred_on
            ) d on d.lottery_id = t.lottery_id and d.member_id = t.member_id and d.occurred_on = t.day
            where t.draws <> coalesce(d.draws, 0)
              or t.draws > l.per_day
            limit 1
            """;
}
