package org.guildhall.ledger.expiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.ExpiryMove;
import org.guildhall.platform.RunPreview;
import org.guildhall.platform.RunPreview.Since;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what runs of expiry moved, and what happened to those lots and members since. */
@Component
class ExpiryRunStore {

    private static final String MOVES = """
            select p.member_id, split_part(min(p.movements), ' ', 2), count(distinct p.posting_id)::int,
              min(split_part(p.movements, ' ', 3)), nullif(max(split_part(p.movements, ' ', 4)), ''),
              sum(e.amount)::bigint,
              (
                select sum(k.amount)
                from ledger.entry k
                where k.member_id = p.member_id
                  and k.asset = split_part(min(p.movements), ' ', 2)
                  and k.recorded_at <= max(p.recorded_at)
              )::bigint
            from ledger.posting p
            join ledger.entry e
              on e.member_id = p.member_id
              and e.posting_id = p.posting_id
            where p.cause_type = 'run'
              and p.cause_id = {0}
              and ({1}::uuid is null or p.member_id > {1}::uuid)
            group by p.member_id
            order by p.member_id
            limit {2}
            """;

    private static final String LOTS = """
            select p.member_id, e.asset, e.expires_on::text
            from (
              select distinct member_id
              from ledger.posting
              where cause_type = 'run'
                and cause_id = {0}
                and ({1}::uuid is null or member_id > {1}::uuid)
              order by member_id
              limit {2}
            ) m
            join ledger.posting p
              on p.cause_type = 'run'
              and p.cause_id = {0}
              and p.member_id = m.member_id
            join ledger.entry e
              on e.member_id = p.member_id
              and e.occurred_at = p.occurred_at
              and e.posting_id = p.posting_id
            order by p.member_id, e.asset, e.expires_on
            """;

    private static final String OF_RUN = """
            with of_run as (
              select p.member_id, p.recorded_at, e.asset, e.expires_on, -e.amount as amount
              from ledger.posting p
              join ledger.entry e
                on e.member_id = p.member_id
                and e.occurred_at = p.occurred_at
                and e.posting_id = p.posting_id
              where p.cause_type = 'run'
                and p.cause_id = {0}
                and p.kind = 'expiry'
            ), back as (
              select r.member_id, r.expires_on
              from of_run r
              join ledger.posting b
                on b.member_id = r.member_id
                and b.movements like 'carry ' || r.asset || ' ' || r.expires_on || ' %'
                and b.recorded_at >= r.recorded_at
            )
            """;

    private static final String SUMS = OF_RUN + """
            select count(distinct member_id), count(*), coalesce(sum(amount), 0)::bigint
            from of_run
            where (member_id, expires_on) not in (select member_id, expires_on from back)
            """;

    private static final String SINCE = """
            select count(*) over (), member_id
            from (
              select distinct r.member_id
              from of_run r
              where {condition}
            ) members
            order by member_id
            limit 5
            """;

    private static final String TAKEN = """
            exists (
              select 1
              from ledger.entry e
              where e.member_id = r.member_id
                and e.asset = r.asset
                and e.amount < 0
                and e.recorded_at > r.recorded_at
                and e.contra in ({contra})
            )
            """;

    private static final String OWING = """
            exists (
              select 1
              from ledger.lot l
              where l.member_id = r.member_id
                and l.asset = r.asset
                and l.expires_on = '-infinity'
                and l.amount < 0
            )
            """;

    private final DSLContext sql;

    ExpiryRunStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A lot that a run took. */
    record Lot(MemberId member, Asset asset, LocalDate expiresOn) {}

    List<ExpiryMove> moves(UUID run, @Nullable String after, int limit) {
        return sql.resultQuery(MOVES, DSL.val(run), DSL.val(after, String.class), DSL.val(limit))
                .fetch(row -> {
                    long amount = row.get(5, Long.class);
                    long left = row.get(6, Long.class);
                    var until = row.get(4, String.class);
                    return new ExpiryMove(
                            new MemberId(row.get(0, UUID.class)),
                            Asset.of(row.get(1, String.class)),
                            row.get(2, Integer.class),
                            LocalDate.parse(row.get(3, String.class)),
                            until == null ? null : LocalDate.parse(until),
                            amount,
                            left - amount,
                            left);
                });
    }

    /** The lots that a run took from its next members. */
    List<Lot> lots(UUID run, @Nullable UUID after, int members) {
        return sql.resultQuery(
                        LOTS,
                        DSL.val(run),
                        DSL.val(after == null ? null : after.toString(), String.class),
                        DSL.val(members))
                .fetch(row -> new Lot(
                        new MemberId(row.get(0, UUID.class)),
                        Asset.of(row.get(1, String.class)),
                        LocalDate.parse(row.get(2, String.class))));
    }

    RunPreview preview(UUID run) {
        var sums = sql.resultQuery(SUMS, DSL.val(run)).fetchSingle();
        var dependants = new ArrayList<RunPreview.Dependant>();
        add(dependants, run, Since.SPENT, TAKEN.replace("{contra}", "'redeemed', 'held', 'adjusted'"));
        add(dependants, run, Since.EXPIRED, TAKEN.replace("{contra}", "'expired'"));
        add(
                dependants,
                run,
                Since.GIVEN_BACK,
                "(r.member_id, r.expires_on) in (select member_id, expires_on from back)");
        add(dependants, run, Since.OWING, OWING);
        return new RunPreview(
                sums.get(0, Long.class), sums.get(1, Long.class), sums.get(2, Long.class), List.copyOf(dependants));
    }

    private void add(List<RunPreview.Dependant> dependants, UUID run, Since since, String condition) {
        var found = sql.fetch(OF_RUN + SINCE.replace("{condition}", condition), DSL.val(run));
        if (!found.isEmpty()) {
            dependants.add(new RunPreview.Dependant(
                    since,
                    found.getFirst().get(0, Long.class),
                    found.map(row -> new MemberId(row.get(1, UUID.class)))));
        }
    }
}
