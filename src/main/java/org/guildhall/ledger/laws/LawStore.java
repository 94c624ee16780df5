package org.guildhall.ledger.laws;

import java.time.OffsetDateTime;
import java.util.List;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.ModuleLaw;
import org.jooq.DSLContext;
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
                    """));

    private final DSLContext sql;

    LawStore(DSLContext sql) {
        this.sql = sql;
    }

    ModuleLaw.Finding check(Law law) {
        long covered = sql.fetchSingle(law.covered()).get(0, Long.class);
        var breach = sql.fetchOptional(law.breach());
        return new ModuleLaw.Finding(
                covered, breach.map(row -> row.get(0, String.class)).orElse(null));
    }

    void remember(LawProof proof) {
        sql.execute(
                """
                insert into ledger.law_proof (law, proved_at, holds, covered, counter_example, millis)
                values (?, ?::timestamptz, ?, ?, ?, ?)
                on conflict do nothing
                """,
                proof.law(),
                proof.provedAt().toString(),
                proof.holds(),
                proof.covered(),
                proof.counterExample(),
                proof.millis());
    }

    List<LawProof> last() {
        return sql.resultQuery("""
                        select distinct on (law) law, holds, covered, counter_example, proved_at, millis
                        from ledger.law_proof
                        order by law, proved_at desc
                        """)
                .fetch(row -> new LawProof(
                        row.get(0, String.class),
                        row.get(1, Boolean.class),
                        row.get(2, Long.class),
                        row.get(3, String.class),
                        row.get(4, OffsetDateTime.class).toInstant(),
                        row.get(5, Long.class)));
    }
}
