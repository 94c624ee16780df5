package org.guildhall.ledger.laws;

import java.util.List;
import java.util.Optional;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.ModuleLaw;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The laws that one query each decides: how many facts it covers, and the first that breaks it. */
@Component
class LawStore {

    /** A law with the query that counts its facts and the query that finds a breach. */
    record Law(String code, String covered, String breach) {}

    static final List<Law> LAWS = List.of(
            new Law("ledger.sum-zero", "select count(*) from ledger.account", """
                    select 'asset ' || asset || ': members ' || sum(members) || ', programme ' || sum(programme)
                    from (
                      select asset, balance as members, 0 as programme from ledger.account
                      union all
                      select asset, 0, amount from ledger.programme_change
                    ) sides
                    group by asset
                    having sum(members) + sum(programme) <> 0
                    order by asset
                    limit 1
                    """),
            new Law("ledger.balance-is-lots", "select count(*) from ledger.lot", """
                    select 'member ' || member_id || ', ' || asset || ': balance ' || coalesce(a.balance, 0) || ', lots '
                      || coalesce(l.amount, 0)
                    from ledger.account a
                    full join (
                      select member_id, asset, sum(amount) as amount
                      from ledger.lot
                      group by member_id, asset
                    ) l using (member_id, asset)
                    where coalesce(a.balance, 0) <> coalesce(l.amount, 0)
                    order by member_id, asset
                    limit 1
                    """),
            new Law("ledger.lots-are-entries", "select count(*) from ledger.entry", """
                    select 'member ' || member_id || ', ' || asset || ', lot ' || expires_on || ': lot '
                      || coalesce(l.amount, 0) || ', entries ' || coalesce(e.amount, 0)
                    from ledger.lot l
                    full join (
                      select member_id, asset, expires_on, sum(amount) as amount
                      from ledger.entry
                      group by member_id, asset, expires_on
                    ) e using (member_id, asset, expires_on)
                    where coalesce(l.amount, 0) <> coalesce(e.amount, 0)
                    order by member_id, asset, expires_on
                    limit 1
                    """),
            new Law("ledger.programme-is-entries", "select count(*) from ledger.entry", """
                    select asset || ' ' || contra || ': account ' || coalesce(p.balance, 0) || ', entries '
                      || coalesce(e.balance, 0)
                    from ledger.programme_account p
                    full join (
                      select asset, contra, -sum(amount) as balance
                      from ledger.entry
                      group by asset, contra
                    ) e using (asset, contra)
                    where coalesce(p.balance, 0) <> coalesce(e.balance, 0)
                    order by asset, contra
                    limit 1
                    """),
            new Law("ledger.never-below-floor", "select count(*) from ledger.lot", """
                    select 'member ' || l.member_id || ', ' || l.asset || ', lot ' || l.expires_on || ': ' || l.amount
                    from ledger.lot l
                    join ledger.asset a using (asset)
                    where l.amount < 0
                      and (l.expires_on > '-infinity' or not a.may_owe)
                    order by l.member_id, l.asset
                    limit 1
                    """),
            new Law("ledger.held-is-holds", "select count(*) from ledger.account", """
                    select 'member ' || member_id || ', ' || asset || ': held ' || coalesce(a.held, 0) || ', holds '
                      || coalesce(h.amount, 0)
                    from ledger.account a
                    full join (
                      select member_id, asset, sum(amount) as amount
                      from ledger.hold
                      where state = 'open'
                      group by member_id, asset
                    ) h using (member_id, asset)
                    where coalesce(a.held, 0) <> coalesce(h.amount, 0)
                    order by member_id, asset
                    limit 1
                    """),
            new Law("ledger.every-entry-has-its-posting", "select count(*) from ledger.entry", """
                    select 'entry of posting ' || e.posting_id || ' about ' || e.about
                    from ledger.entry e
                    left join ledger.posting p
                      on p.member_id = e.member_id
                      and p.posting_id = e.posting_id
                    left join ledger.posting q
                      on q.member_id = e.member_id
                      and q.posting_id = e.about
                    where p.posting_id is null
                      or q.posting_id is null
                      or q.occurred_at <> e.occurred_at
                    limit 1
                    """),
            new Law("ledger.booked-once", "select count(*) from ledger.posting", """
                    select 'posting ' || posting_id || ': ' || times || ' times ' || what
                    from (
                      select posting_id, 'booked' as what, count(*) as times
                      from ledger.posting
                      group by posting_id
                      having count(*) > 1
                      union all
                      select reverses, 'reversed', count(*)
                      from ledger.posting
                      where reverses is not null
                      group by reverses
                      having count(*) > 1
                    ) doubled
                    order by posting_id
                    limit 1
                    """),
            // The entries are read once, however many months are closed: each falls between two edges of months.
            new Law("ledger.closed-periods", "select count(*) from ledger.closing_figure", """
                    with closed as (
                      select *
                      from ledger.closing c
                      where c.act = 'close'
                        and not exists (select from ledger.closing u where u.undoes = c.closing_no)
                    ), edges as (
                      select array_agg(at order by at) as at
                      from (select starts_at as at from closed union select ends_at from closed) edge
                    ), moved as (
                      select e.asset, e.contra, width_bucket(coalesce(e.booked_at, e.occurred_at), d.at) as place,
                        sum(e.amount) as amount
                      from edges d
                      join ledger.entry e
                        on d.at is not null
                      group by 1, 2, 3
                    )
                    select 'month ' || period || ', ' || asset || ': kept ' || kept || ', entries make ' || made
                    from (
                      select c.period, f.asset,
                        array[f.opening, f.issued, f.redeemed, f.adjusted, f.expired, f.lost, f.held]::text as kept,
                        array[
                          coalesce(sum(m.amount) filter (where m.place < c.first), 0),
                          coalesce(sum(m.amount) filter (where m.place >= c.first and m.contra = 'issued'), 0),
                          coalesce(sum(m.amount) filter (where m.place >= c.first and m.contra = 'redeemed'), 0),
                          coalesce(sum(m.amount) filter (where m.place >= c.first and m.contra = 'adjusted'), 0),
                          coalesce(sum(m.amount) filter (where m.place >= c.first and m.contra = 'expired'), 0),
                          coalesce(sum(m.amount) filter (where m.place >= c.first and m.contra = 'lost'), 0),
                          coalesce(sum(m.amount) filter (where m.place >= c.first and m.contra = 'held'), 0)
                        ]::bigint[]::text as made
                      from (
                        select closing_no, period, array_position(at, starts_at) as first, array_position(at, ends_at) as after
                        from closed
                        cross join edges
                      ) c
                      join ledger.closing_figure f
                        on f.closing_no = c.closing_no
                      left join moved m
                        on m.asset = f.asset
                        and m.place < c.after
                      group by c.closing_no, c.period, c.first, f.closing_no, f.asset
                    ) compared
                    where kept <> made
                    order by period, asset
                    limit 1
                    """));

    private static final String LIMIT = "limit 1";

    private final DSLContext sql;

    LawStore(DSLContext sql) {
        this.sql = sql;
    }

    ModuleLaw.Finding check(Law law) {
        return finding(law.covered(), first(law.breach()));
    }

    ModuleLaw.Finding check(ModuleLaw.ByQuery law) {
        return finding("select count(*) from " + law.facts(), first(law.breach()));
    }

    /** Every asset's balances against another module's totals, asset by asset until one differs. */
    ModuleLaw.Finding check(List<ModuleLaw.Total> totals) {
        long covered = 0;
        for (var total : totals) {
            var asset = total.asset().code();
            var own = "(" + total.query() + ")";
            var found = finding("select count(*) from " + own + " own", first("""
            select 'member ' || member_id || ', ' || ? || ': moved ' || coalesce(own.total, 0) || ', the ledger has '
              || coalesce(a.balance, 0)
            from %s own
            full join (
              select member_id, balance
              from ledger.account
              where asset = ?
            ) a using (member_id)
            where coalesce(own.total, 0) <> coalesce(a.balance, 0)
            order by member_id
            limit 1
            """.formatted(own), asset, asset));
            covered += found.covered();
            if (found.counterExample() != null) {
                return new ModuleLaw.Finding(covered, found.counterExample());
            }
        }
        return new ModuleLaw.Finding(covered, null);
    }

    /**
     * The first breach. All are looked for before one is taken: a server that is told to stop at the first plans as if there were many, and then
     * compares every fact with every other when there is none.
     */
    private Optional<Record> first(String breaches, Object... values) {
        var text = breaches.strip();
        if (!text.endsWith(LIMIT)) {
            throw new IllegalArgumentException("a law that asks for more than the first breach: " + text);
        }
        var all = text.substring(0, text.length() - LIMIT.length());
        return sql.fetchOptional("with breach as materialized (" + all + ") select * from breach " + LIMIT, values);
    }

    private ModuleLaw.Finding finding(String covered, Optional<Record> breach) {
        return new ModuleLaw.Finding(
                sql.fetchSingle(covered).get(0, Long.class),
                breach.map(row -> row.get(0, String.class)).orElse(null));
    }

    void remember(LawProof proof) {
        var by = proof.by();
        sql.execute(
                """
                insert into ledger.law_proof
                  (law, proved_at, holds, covered, counter_example, millis, run_id, actor, actor_name)
                values (?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?)
                """,
                proof.law(),
                proof.provedAt().toString(),
                proof.holds(),
                proof.covered(),
                proof.counterExample(),
                proof.millis(),
                by == null ? null : by.run(),
                by == null ? null : by.actor(),
                by == null ? null : by.actorName());
    }
}
