package org.guildhall.coupons.proofs;

/** Queries that find the first fact breaking a law, or nothing. */
final class Breaches {

    private Breaches() {}

    /** A coupon stands where its last fact put it, with that fact's member and amount, and no step is missing. */
    static final String IS_ITS_FACTS = """
            select 'coupon ' || c.code || ' is ' || c.state || ' after ' || c.steps || ' steps, its last fact is '
              || coalesce(f.kind, 'none') || ' of ' || coalesce(n.steps, 0)
            from coupons.coupon c
            left join coupons.fact f on f.coupon_id = c.coupon_id and f.step = c.steps
            left join (
              select coupon_id, count(*) as steps,
                count(*) filter (where kind = 'transferred') as transfers
              from coupons.fact
              group by coupon_id
            ) n on n.coupon_id = c.coupon_id
            where f.kind is null
              or n.steps <> c.steps
              or n.transfers <> c.transfers
              or f.member_id <> c.member_id
              or c.state <> case f.kind
                when 'locked' then 'locked' when 'used' then 'used' when 'withdrawn' then 'withdrawn' else 'issued' end
              or (f.kind = 'used' and (f.about <> c.used_for or f.store_id <> c.used_store
                or f.amount is distinct from c.used_amount))
            order by c.coupon_id
            limit 1
            """;

    /** Each step follows from the one before: used once until it came back, nothing after a withdrawal. */
    static final String STEPS_FOLLOW = """
            select 'coupon ' || coupon_id || ' was ' || kind || ' at step ' || step || ' after ' || coalesce(before, 'nothing')
            from (
              select coupon_id, step, kind, lag(kind) over steps as before, lag(step) over steps as step_before
              from coupons.fact
              window steps as (partition by coupon_id order by step)
            ) told
            where not coalesce(case kind
                when 'issued' then before is null
                when 'released' then before = 'locked'
                when 'returned' then before = 'used'
                when 'used' then before in ('issued', 'released', 'returned', 'transferred', 'locked')
                when 'withdrawn' then before in ('issued', 'released', 'returned', 'transferred', 'locked')
                else before in ('issued', 'released', 'returned', 'transferred')
              end, false)
              or step <> coalesce(step_before, 0) + 1
            order by coupon_id, step
            limit 1
            """;

    /** Batches and issues count the coupons there are, and no batch issued more than it has. */
    static final String COUNTS_ADD_UP = """
            select 'batch ' || b.code || ' counts ' || b.issued || ' issued and ' || b.withdrawn || ' withdrawn of '
              || b.quantity || ', there are ' || coalesce(c.issued, 0) || ' and ' || coalesce(c.withdrawn, 0)
            from coupons.batch b
            left join (
              select batch_id, count(*) as issued, count(*) filter (where state = 'withdrawn') as withdrawn
              from coupons.coupon
              group by batch_id
            ) c on c.batch_id = b.batch_id
            where b.issued <> coalesce(c.issued, 0)
              or b.withdrawn <> coalesce(c.withdrawn, 0)
              or b.issued - b.withdrawn > b.quantity
            union all
            select 'issue ' || i.issuance_id || ' counts ' || i.issued || ' coupons, there are ' || coalesce(c.issued, 0)
            from coupons.issuance i
            left join (
              select issuance_id, count(*) as issued
              from coupons.coupon
              group by issuance_id
            ) c on c.issuance_id = i.issuance_id
            where i.issued <> coalesce(c.issued, 0)
            limit 1
            """;

    /** What members are said to have had is what they received less what was withdrawn from them, within the limit. */
    static final String WITHIN_LIMITS = """
            select 'member ' || coalesce(h.member_id, f.member_id) || ' is said to have had ' || coalesce(h.had, 0)
              || ' coupons of batch ' || coalesce(h.batch_id, f.batch_id) || ', had ' || coalesce(f.had, 0)
            from coupons.holding h
            full join (
              select f.member_id, c.batch_id,
                count(*) filter (where f.kind <> 'withdrawn') - count(*) filter (where f.kind = 'withdrawn') as had
              from coupons.fact f
              join coupons.coupon c on c.coupon_id = f.coupon_id
              where f.kind in ('issued', 'transferred', 'withdrawn')
              group by f.member_id, c.batch_id
            ) f on f.member_id = h.member_id and f.batch_id = h.batch_id
            where coalesce(h.had, 0) <> coalesce(f.had, 0)
              or h.had > h.most
            limit 1
            """;

    /** Days and transfers of a coupon are those its own terms state, whatever became of its batch. */
    static final String KEEPS_ITS_TERMS = """
            select 'coupon ' || c.code || ' is valid from ' || c.valid_from || ' to ' || c.valid_to
              || ', its terms are revision ' || c.revision || ' of batch ' || c.batch_id
            from coupons.coupon c
            join coupons.terms t on t.batch_id = c.batch_id and t.revision = c.revision
            join coupons.issuance i on i.issuance_id = c.issuance_id
            where c.valid_from <> coalesce(t.valid_from, c.issued_on)
              or c.valid_to <> coalesce(t.valid_to, c.issued_on + t.valid_days - 1)
              or c.transfers_most <> t.transfers
              or (i.batch_id, i.revision) <> (c.batch_id, c.revision)
            order by c.coupon_id
            limit 1
            """;
}
