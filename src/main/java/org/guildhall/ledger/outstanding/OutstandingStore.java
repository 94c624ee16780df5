package org.guildhall.ledger.outstanding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.AssetStanding;
import org.guildhall.ledger.CarryLot;
import org.guildhall.ledger.Cohort;
import org.guildhall.ledger.CohortQuery;
import org.guildhall.ledger.CohortShare;
import org.guildhall.ledger.Outstanding;
import org.guildhall.platform.Cursors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link Outstanding} added up from the entries. */
@Component
class OutstandingStore implements Outstanding {

    private static final String STANDING = """
            select asset,
              coalesce(sum(amount) filter (where expires_on > '-infinity'), 0)::bigint,
              coalesce(-sum(amount) filter (where contra = 'held'), 0)::bigint,
              coalesce(-sum(amount) filter (where expires_on = '-infinity'), 0)::bigint
            from ledger.entry
            where occurred_at < {0}::timestamptz
            group by asset
            order by asset
            """;

    /**
     * {0} asset, {1} before, {2} zone; rows of (member_id, month, expires_month, came, outstanding, lapsed). What was in a lot before it was
     * carried to a later day counts where it was carried to, as if it had been valid so long from the start: it was issued once, and has not
     * lapsed. Where a lot also holds what was earned into it, the oldest of both are spent first.
     */
    private static final String SHARED = """
            with recursive carry as (
              select member_id, posting_id, occurred_at,
                split_part(movements, ' ', 3)::date as from_lot,
                split_part(movements, ' ', 4)::date as to_lot
              from ledger.posting
              where kind = {kind}
                and movements like 'carry ' || {0} || ' %'
                and occurred_at < {1}::timestamptz
            ), went as (
              select member_id, posting_id, occurred_at, from_lot, to_lot, occurred_at as carried_at
              from carry
              union all
              select w.member_id, w.posting_id, w.occurred_at, w.from_lot, c.to_lot, c.occurred_at
              from went w
              join lateral (
                select to_lot, occurred_at
                from carry
                where member_id = w.member_id
                  and from_lot = w.to_lot
                  and occurred_at >= w.carried_at
                order by occurred_at
                limit 1
              ) c on true
            ), home as (
              select member_id, posting_id, occurred_at, from_lot, max(to_lot) as to_lot
              from went
              group by 1, 2, 3, 4
            ), homes as (
              select member_id, from_lot,
                array_agg(occurred_at order by occurred_at) as ats,
                array_agg(to_lot order by occurred_at) as lots
              from home
              group by 1, 2
            ), line as (
              select e.member_id, l.expires_on,
                date_trunc('month', e.occurred_at at time zone {2})::date as month,
                greatest(coalesce(sum(amount) filter (where contra = 'issued'), 0), 0)
                  + greatest(coalesce(sum(amount) filter (where contra = 'expired' and h.posting_id is null
                      and e.occurred_at <> l.expires_on::timestamp at time zone {2}), 0), 0) as came,
                coalesce(-sum(amount) filter (where contra = 'expired'
                  and e.occurred_at = l.expires_on::timestamp at time zone {2}), 0) as lapsed,
                sum(amount) as change
              from ledger.entry e
              left join home h
                on h.posting_id = e.about
              left join homes m
                on m.member_id = e.member_id
                and m.from_lot = e.expires_on
              cross join lateral (
                select case
                  when h.posting_id is not null then h.to_lot
                  when m.member_id is not null then coalesce(
                    (select lot
                    from unnest(m.ats, m.lots) as u (at, lot)
                    where at > e.occurred_at
                    order by at
                    limit 1), e.expires_on)
                  else e.expires_on
                end as expires_on
              ) l
              where e.asset = {0}
                and e.expires_on > '-infinity'
                and e.occurred_at < {1}::timestamptz
              group by 1, 2, 3
            ), lot as (
              select member_id, expires_on, sum(change) as outstanding, sum(lapsed) as lapsed,
                min(month) filter (where came > 0) as oldest
              from line
              group by 1, 2
            ), aged as (
              select i.member_id, i.expires_on, i.month, i.came, t.outstanding, t.lapsed, t.oldest,
                sum(i.came) over (partition by i.member_id, i.expires_on order by i.month desc) - i.came as younger
              from line i
              join lot t
                on t.member_id = i.member_id
                and t.expires_on = i.expires_on
              where i.came > 0
            ), kept as (
              select member_id, expires_on, month, came,
                greatest(outstanding - younger, 0) as rest,
                greatest(outstanding + lapsed - younger, 0) as unused,
                month = oldest as is_oldest
              from aged
            ), shared as (
              select member_id, month,
                case when expires_on < 'infinity' then date_trunc('month', expires_on - 1)::date end as expires_month,
                came,
                case when is_oldest then rest else least(came, rest) end as outstanding,
                case when is_oldest then unused else least(came, unused) end
                  - case when is_oldest then rest else least(came, rest) end as lapsed
              from kept
            )
            """.replace("{kind}", "'" + CarryLot.KIND + "'");

    private static final String COHORTS = SHARED + """
            select month::text, expires_month::text, sum(came)::bigint, sum(outstanding)::bigint, sum(lapsed)::bigint
            from shared
            group by month, expires_month
            order by month, expires_month
            """;

    private static final String MEMBERS = SHARED + """
            select member_id, sum(outstanding)::bigint as amount
            from shared
            where ({3}::text is null or month = {3}::date)
              and ({4}::text is null or expires_month = {4}::date)
            group by member_id
            having sum(outstanding) > 0
              and ({5}::text is null or (sum(outstanding), member_id) < ({5}::bigint, {6}::uuid))
            order by amount desc, member_id desc
            limit {7}
            """;

    private final DSLContext sql;
    private final BusinessTime time;

    OutstandingStore(DSLContext sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    @Override
    public List<AssetStanding> standing(Instant before) {
        return sql.resultQuery(STANDING, text(before))
                .fetch(row -> new AssetStanding(
                        Asset.of(row.get(0, String.class)),
                        row.get(1, Long.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class)));
    }

    @Override
    public List<Cohort> cohorts(Asset asset, Instant before) {
        return sql.resultQuery(
                        COHORTS, text(asset), text(before), text(time.zone().getId()))
                .fetch(row -> new Cohort(
                        LocalDate.parse(row.get(0, String.class)),
                        day(row.get(1, String.class)),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class)));
    }

    @Override
    public Slice<CohortShare> members(CohortQuery query) {
        if (query.limit() < 1 || query.limit() > Slice.PAGE_LIMIT) {
            throw InvalidInput.of("limit", query.limit(), "between-1-and-" + Slice.PAGE_LIMIT);
        }
        var after = after(query.cursor());
        var rows = sql.resultQuery(
                        MEMBERS,
                        text(query.asset()),
                        text(query.before()),
                        text(time.zone().getId()),
                        text(query.issuedIn()),
                        text(query.expiresIn()),
                        text(after == null ? null : after.amount()),
                        text(after == null ? null : after.member()),
                        DSL.val(query.limit() + 1))
                .fetch(row -> new CohortShare(new MemberId(row.get(0, UUID.class)), row.get(1, Long.class)));
        return Slice.cut(rows, query.limit(), last -> Cursors.encode(last.amount(), last.member()), null);
    }

    private static @Nullable CohortShare after(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 2);
        return values.isEmpty() ? null : new CohortShare(new MemberId(values.id(1)), values.number(0));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Field<String> text(@Nullable Object value) {
        return DSL.val(value == null ? null : value.toString(), String.class);
    }
}
