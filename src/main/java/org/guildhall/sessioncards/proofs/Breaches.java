package org.guildhall.sessioncards.proofs;

/** Queries that find the first fact breaking a law, or nothing. */
final class Breaches {

    private Breaches() {}

    /** What is counted as used, kept and given back is what the facts say, and so is the used part of the price. */
    static final String COUNTS_ARE_FACTS = """
            select 'card ' || coalesce(s.card_id, f.card_id) || ' counts used ' || coalesce(s.used, 0) || ', held '
              || coalesce(s.held, 0) || ', given back ' || coalesce(s.given_back, 0) || '; its facts make '
              || coalesce(f.used, 0) || ', ' || coalesce(f.held, 0) || ', ' || coalesce(f.given_back, 0)
              || ' and a worth of ' || coalesce(f.worth, 0)
            from sessioncards.share s
            full join (
              select card_id, service_id, sum(used) as used, sum(held) as held, sum(given_back) as given_back,
                sum(worth) as worth
              from sessioncards.fact
              where service_id is not null
              group by card_id, service_id
            ) f on f.card_id = s.card_id and f.service_id = s.service_id
            where coalesce(s.used, 0) <> coalesce(f.used, 0)
              or coalesce(s.held, 0) <> coalesce(f.held, 0)
              or coalesce(s.given_back, 0) <> coalesce(f.given_back, 0)
              or coalesce(s.price * s.used / s.sessions, 0) <> coalesce(f.worth, 0)
            limit 1
            """;

    /** No more sessions are used, kept and given back than were sold; nothing is left on a refunded card, and no use twice reversed. */
    static final String NEVER_OVERDRAWN = """
            select 'card ' || s.card_id || ': of ' || s.sessions || ' sessions ' || s.used || ' are used, ' || s.held
              || ' kept, ' || s.given_back || ' given back'
            from sessioncards.share s
            join sessioncards.card c on c.card_id = s.card_id
            where s.used < 0 or s.held < 0 or s.given_back < 0
              or s.used + s.held + s.given_back > s.sessions
              or (c.refunded and s.used + s.given_back < s.sessions)
              or (not c.refunded and s.given_back > 0)
            limit 1
            """;

    /** The parts of a card's price make the price, and what was paid for it is that. */
    static final String PRICES_ADD_UP = """
            select 'card ' || c.card_id || ' cost ' || c.price || ', its parts make ' || coalesce(s.price, 0)
              || ', paid were ' || coalesce(f.money, 0)
            from sessioncards.card c
            left join (
              select card_id, sum(price) as price from sessioncards.share group by card_id
            ) s on s.card_id = c.card_id
            left join (
              select card_id, sum(money) as money from sessioncards.fact where kind = 'sold' group by card_id
            ) f on f.card_id = c.card_id
            where c.price is distinct from s.price or c.price is distinct from f.money
            limit 1
            """;

    /**
     * The price of a card of unlimited use is spread over its days: it has no number of sessions and no use is worth anything, its
     * days begin as bought and end as its facts say, and no day has more uses than it allows.
     */
    static final String DAYS_AS_BOUGHT = """
            select told from (
            (select 'card ' || c.card_id || case when c.unlimited then ' is of unlimited use and has a number of sessions'
                else ' has no number of sessions' end as told
            from sessioncards.share s
            join sessioncards.card c on c.card_id = s.card_id
            where c.unlimited <> (s.sessions is null)
            limit 1)
            union all
            (select 'card ' || c.card_id || ' is of unlimited use and a use of it is worth ' || f.worth
            from sessioncards.card c
            join sessioncards.fact f on f.card_id = c.card_id
            where c.unlimited and (f.worth <> 0 or f.given_back <> 0)
            limit 1)
            union all
            (select 'card ' || c.card_id || ' of ' || c.days || ' days begins on ' || f.occurred_on || ' and ends on ' || f.last_day
            from sessioncards.card c
            join sessioncards.fact f on f.card_id = c.card_id
            where c.unlimited
              and f.kind in ('sold', 'used', 'attended')
              and f.last_day <> f.occurred_on + c.days - 1
            limit 1)
            union all
            (select 'card ' || c.card_id || ' ends on ' || coalesce(c.last_day::text, 'no day') || ', by its facts on '
              || coalesce(l.last_day::text, 'no day')
            from sessioncards.card c
            left join lateral (
              select case when f.unbegun then null else f.last_day end as last_day
              from sessioncards.fact f
              where f.card_id = c.card_id and (f.last_day is not null or f.unbegun)
              order by f.number desc
              limit 1
            ) l on true
            where c.last_day is distinct from l.last_day
              and (c.unlimited
                or exists (select from sessioncards.fact r where r.card_id = c.card_id and r.kind = 'reactivated'))
            limit 1)
            union all
            (select 'card ' || c.card_id || ' was used ' || count(*) || ' times on ' || f.occurred_on
            from sessioncards.card c
            join sessioncards.fact f on f.card_id = c.card_id
            where c.daily is not null
              and f.kind in ('used', 'attended')
              and not exists (select from sessioncards.fact r where r.of_fact = f.fact_id)
            group by c.card_id, c.daily, f.occurred_on
            having count(*) > c.daily
            limit 1)
            ) breaches
            limit 1
            """;

    /** No staff member, seat of a place or member is booked twice for the same time. */
    static final String NOBODY_TWICE = """
            select 'booking ' || a.booking_id || ' and booking ' || b.booking_id || ' overlap on ' || a.day
            from sessioncards.booking a
            join sessioncards.booking b on b.day = a.day and b.booking_id > a.booking_id
              and a.starts_at < b.ends_at and b.starts_at < a.ends_at
            where a.state in ('booked', 'attended')
              and b.state in ('booked', 'attended')
              and (a.staff_id = b.staff_id
                or (a.place_id = b.place_id and a.seat = b.seat)
                or a.member_id = b.member_id)
            limit 1
            """;

    /** What a card keeps is its open bookings, what a member is counted to have open is theirs, and an ended booking has its fact. */
    static final String BOOKINGS_HOLD_SESSIONS = """
            select told from (
            (select 'card ' || s.card_id || ' keeps ' || s.held || ' sessions for ' || coalesce(b.open, 0) || ' open bookings' as told
            from sessioncards.share s
            left join (
              select card_id, service_id, count(*) as open
              from sessioncards.booking
              where state = 'booked'
              group by card_id, service_id
            ) b on b.card_id = s.card_id and b.service_id = s.service_id
            where s.held <> coalesce(b.open, 0)
            limit 1)
            union all
            (select 'member ' || coalesce(m.member_id, b.member_id) || ' is counted with ' || coalesce(m.open, 0)
              || ' open bookings and has ' || coalesce(b.open, 0)
            from sessioncards.booker m
            full join (
              select member_id, count(*) as open from sessioncards.booking where state = 'booked' group by member_id
            ) b on b.member_id = m.member_id
            where coalesce(m.open, 0) <> coalesce(b.open, 0)
            limit 1)
            union all
            (select 'booking ' || b.booking_id || ' is ' || b.state || ', no fact says so'
            from sessioncards.booking b
            where b.state <> 'booked'
              and not exists (select from sessioncards.fact f where f.booking_id = b.booking_id and f.kind = b.state)
            limit 1)
            ) breaches
            limit 1
            """;
}
