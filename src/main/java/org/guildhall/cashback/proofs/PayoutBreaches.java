package org.guildhall.cashback.proofs;

/** Queries that find the first payment breaking a law, or nothing. */
final class PayoutBreaches {

    private PayoutBreaches() {}

    static final String WITHIN_DUE = """
            select 'payment ' || p.step || ' of member ' || p.member_id || ' is ' || p.kind || ' ' || (p.total - p.before)
              || ' after ' || p.before || '; proposed ' || coalesce(l.proposed::text, 'nothing')
              || ', the one before ends at ' || coalesce(q.total::text, 'nothing')
            from cashback.payment p
            left join cashback.payout_line l on l.payout_id = p.payout_id and l.member_id = p.member_id
            left join cashback.payment q on q.member_id = p.member_id and q.step = p.step - 1
            left join cashback.payment paid
              on paid.payout_id = p.payout_id and paid.member_id = p.member_id and paid.kind = 'paid'
            where p.before <> coalesce(q.total, 0)
              or (p.step > 1 and q.step is null)
              or l.member_id is null
              or (p.kind = 'paid' and (p.total - p.before > l.proposed or p.total <= p.before))
              or (p.kind = 'reversed' and (paid.member_id is null or p.before - p.total <> paid.total - paid.before))
            limit 1
            """;

    static final String ADD_UP = """
            select 'payout ' || o.payout_id || ' is ' || o.state || ', proposes ' || o.proposed || ' for ' || o.promoters
              || ', its lines ' || coalesce(l.proposed, 0) || ' for ' || coalesce(l.promoters, 0) || ', with '
              || coalesce(p.payments, 0) || ' payments'
            from cashback.payout o
            left join (
              select payout_id, sum(proposed) as proposed, count(*) filter (where held is null) as promoters
              from cashback.payout_line
              group by payout_id
            ) l on l.payout_id = o.payout_id
            left join (
              select payout_id, count(*) as payments from cashback.payment where kind = 'paid' group by payout_id
            ) p on p.payout_id = o.payout_id
            where o.proposed <> coalesce(l.proposed, 0)
              or o.promoters <> coalesce(l.promoters, 0)
              or (o.state = 'paid') <> (coalesce(p.payments, 0) > 0)
            limit 1
            """;
}
