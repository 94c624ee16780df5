package org.guildhall.benefits.proofs;

/** Queries that find the first fact breaking a law, or nothing. */
final class Breaches {

    private Breaches() {}

    /** In no period did a member use more than the quota. */
    static final String WITHIN_QUOTA = """
            select 'member ' || u.member_id || ' used ' || u.benefit || ' ' || count(*) || ' times in the ' || u.period
              || ' from ' || u.period_start || ', the quota is ' || a.most
            from benefits.use u
            join benefits.allowance a on a.member_id = u.member_id and a.benefit = u.benefit
              and a.period = u.period and a.period_start = u.period_start
            where not exists (select from benefits.taking_back b where b.use_id = u.use_id)
            group by u.member_id, u.benefit, u.period, u.period_start, a.most
            having count(*) > a.most
            limit 1
            """;

    /** What is counted as used is the uses that stand. */
    static final String COUNTS_ADD_UP = """
            select 'of ' || coalesce(a.benefit, u.benefit) || ' ' || coalesce(a.used, 0) || ' uses are counted for member '
              || coalesce(a.member_id, u.member_id) || ' from ' || coalesce(a.period_start, u.period_start)
              || ', there are ' || coalesce(u.uses, 0)
            from benefits.allowance a
            full join (
              select s.member_id, s.benefit, s.period, s.period_start, count(*) as uses
              from benefits.use s
              where not exists (select from benefits.taking_back b where b.use_id = s.use_id)
              group by s.member_id, s.benefit, s.period, s.period_start
            ) u on u.member_id = a.member_id and u.benefit = a.benefit
              and u.period = a.period and u.period_start = a.period_start
            where coalesce(a.used, 0) <> coalesce(u.uses, 0)
            limit 1
            """;

    /** A code was used once, by its member, for its benefit, in its minutes. */
    static final String CODES_ONCE = """
            select 'code ' || c.code_id || ' for ' || c.benefit || ' of member ' || c.member_id || ' stands behind the use '
              || u.use_id || ' of ' || u.benefit || ' by member ' || u.member_id || ' at ' || u.occurred_at
            from benefits.use u
            join benefits.code c on c.code_id = u.code_id
            where u.member_id <> c.member_id
              or u.benefit <> c.benefit
              or u.occurred_at >= c.expires_at
              or u.occurred_at < c.issued_at
              or exists (select from benefits.use o where o.code_id = u.code_id and o.use_id <> u.use_id)
            limit 1
            """;
}
