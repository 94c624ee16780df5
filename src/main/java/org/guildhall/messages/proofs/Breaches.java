package org.guildhall.messages.proofs;

/** Queries that find the first fact breaking a law, or nothing. */
final class Breaches {

    private Breaches() {}

    static final String FATES_ARE_ATTEMPTS = """
            select 'message ' || m.message_id || ' is ' || m.state || ' after ' || m.tries || ' attempts, ended as '
              || coalesce(a.outcomes, 'nothing')
            from messages.message m
            left join (
              select member_id, message_id, count(*) as noted, max(number) as last,
                count(*) filter (where outcome = 'sent') as sent,
                string_agg(outcome, ' ' order by number) as outcomes,
                (array_agg(outcome order by number desc))[1] as final
              from messages.attempt
              group by member_id, message_id
            ) a using (member_id, message_id)
            where (m.state = 'sent') <> (coalesce(a.sent, 0) = 1)
              or coalesce(a.sent, 0) > 1
              or (m.state = 'sent' and a.final <> 'sent')
              or (m.state = 'failed' and coalesce(a.final, '') not in ('transient', 'permanent'))
              or coalesce(a.last, 0) > m.tries
              or (m.state <> 'planned' and m.tries <> coalesce(a.noted, 0))
            order by m.message_id
            limit 1
            """;

    static final String TOLD_ONCE = """
            select 'member ' || member_id || ' has ' || count(*) || ' messages of ' || reason || ' for ' || period
            from messages.message
            group by member_id, reason, period
            having count(*) > 1
            order by member_id
            limit 1
            """;
}
