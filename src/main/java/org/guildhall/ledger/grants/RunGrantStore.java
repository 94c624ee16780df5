package org.guildhall.ledger.grants;

import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.RunGrant;
import org.guildhall.ledger.RunGrantPreview;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a run gave by the postings it caused. */
@Component
class RunGrantStore {

    /**
     * What each member has of it: the balance as far as it goes, and what lapsed from its lot, of which taking back makes less
     * lapse.
     */
    private static final String GIVEN = """
            with given as (
              select p.member_id, p.recorded_at, split_part(p.movements, ' ', 2) as asset,
                split_part(p.movements, ' ', 3)::bigint as amount, split_part(p.movements, ' ', 4) as expires_on
              from ledger.posting p
              where p.cause_type = 'run'
                and p.cause_id = {0}
                and p.kind = 'batch-grant'
            ), standing as (
              select g.*, greatest(0, g.amount - greatest(0, coalesce(a.balance, 0)) - coalesce((
                  select -sum(e.amount)
                  from ledger.entry e
                  where e.member_id = g.member_id
                    and e.asset = g.asset
                    and e.contra = 'expired'
                    and e.expires_on::text = g.expires_on
                ), 0)) as missing
              from given g
              left join ledger.account a
                on a.member_id = g.member_id
                and a.asset = g.asset
            )
            """;

    private static final String PAGE = GIVEN + """
            select member_id, amount, missing
            from standing
            where {1}::uuid is null or member_id > {1}::uuid
            order by member_id
            limit {2}
            """;

    private static final String SUMS = GIVEN + """
            select count(*), coalesce(sum(amount), 0)::bigint, count(*) filter (where missing = 0),
              count(*) filter (where missing > 0 and missing < amount), count(*) filter (where missing = amount),
              coalesce(sum(missing), 0)::bigint
            from standing
            """;

    private static final String REDEEMED = GIVEN + """
            select g.member_id, count(*) over (), sum(sum(-e.amount)) over ()::bigint
            from given g
            join ledger.entry e
              on e.member_id = g.member_id
              and e.asset = g.asset
              and e.recorded_at > g.recorded_at
              and e.contra in ('redeemed', 'held')
            group by g.member_id
            having sum(e.amount) < 0
            order by g.member_id
            limit 5
            """;

    private static final String LOTS = GIVEN + """
            select member_id, asset, amount, expires_on
            from given
            where {1}::uuid is null or member_id > {1}::uuid
            order by member_id
            limit {2}
            """;

    private final DSLContext sql;

    RunGrantStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What was given to one member. */
    record Given(
            MemberId member,
            Asset asset,
            long amount,
            @Nullable LocalDate expiresOn) {}

    List<RunGrant> page(UUID run, @Nullable UUID after, int limit) {
        return sql.resultQuery(PAGE, val(run), val(after == null ? null : after.toString()), val(limit))
                .fetch(row -> new RunGrant(
                        new MemberId(row.get(0, UUID.class)), row.get(1, Long.class), row.get(2, Long.class)));
    }

    RunGrantPreview preview(UUID run) {
        var sums = sql.resultQuery(SUMS, val(run)).fetchSingle();
        var redeemed = sql.resultQuery(REDEEMED, val(run)).fetch();
        return new RunGrantPreview(
                sums.get(0, Long.class),
                sums.get(1, Long.class),
                sums.get(2, Long.class),
                sums.get(3, Long.class),
                sums.get(4, Long.class),
                sums.get(5, Long.class),
                redeemed.isEmpty() ? 0 : redeemed.getFirst().get(1, Long.class),
                redeemed.isEmpty() ? 0 : redeemed.getFirst().get(2, Long.class),
                redeemed.map(row -> new MemberId(row.get(0, UUID.class))));
    }

    List<Given> given(UUID run, @Nullable UUID after, int limit) {
        return sql.resultQuery(LOTS, val(run), val(after == null ? null : after.toString()), val(limit))
                .fetch(row -> new Given(
                        new MemberId(row.get(0, UUID.class)),
                        Asset.of(row.get(1, String.class)),
                        row.get(2, Long.class),
                        day(row.get(3, String.class))));
    }

    private static @Nullable LocalDate day(String text) {
        return text.equals("never") ? null : LocalDate.parse(text);
    }
}
