package org.guildhall.ledger.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CarryLot;
import org.guildhall.ledger.LotView;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what staff can restore by hand, and how much they moved. */
@Component
class ByHandStore {

    private static final String LAPSED = """
            select e.expires_on::text, -sum(e.amount)::bigint
            from ledger.entry e
            join ledger.posting x
              on x.member_id = e.member_id
              and x.posting_id = e.about
              and x.kind = 'expiry'
            where e.member_id = ?
              and e.asset = ?
              and e.recorded_at > coalesce(
                (
                  select max(c.recorded_at)
                  from ledger.posting c
                  where c.member_id = e.member_id
                    and c.movements like 'carry ' || e.asset || ' ' || e.expires_on || ' %'
                ),
                '-infinity')
            group by e.expires_on
            having sum(e.amount) < 0
            order by e.expires_on desc
            limit 100
            """;

    private static final String MOVED_BY_HAND = """
            select p.member_id, sum(abs(e.amount))::bigint
            from ledger.posting p
            join ledger.entry e
              on e.member_id = p.member_id
              and e.occurred_at = p.occurred_at
              and e.posting_id = p.posting_id
              and e.about = p.posting_id
            where p.member_id = any (?)
              and p.recorded_at >= ?::timestamptz
              and e.asset = ?
              and (
                p.kind in ('manual-grant', 'manual-spend', 'manual-adjust')
                or exists (
                  select 1
                  from ledger.posting undone
                  where undone.member_id = p.member_id
                    and undone.posting_id = p.reverses
                    and undone.kind in ('manual-grant', 'manual-spend', 'manual-adjust')
                    and undone.recorded_at < ?::timestamptz))
            group by p.member_id
            """;

    private static final String CARRIED = """
            select coalesce(sum(e.amount), 0)::bigint
            from ledger.posting p
            join ledger.entry e
              on e.member_id = p.member_id
              and e.occurred_at = p.occurred_at
              and e.posting_id = p.posting_id
              and e.about = p.posting_id
            where p.member_id = ?
              and p.recorded_at >= ?::timestamptz
              and p.kind = ?
              and e.asset = ?
              and e.amount > 0
            """;

    private final DSLContext sql;

    ByHandStore(DSLContext sql) {
        this.sql = sql;
    }

    List<LotView> lapsed(MemberId member, Asset asset) {
        return sql.resultQuery(LAPSED, member.value(), asset.code())
                .fetch(row -> new LotView(row.get(1, Long.class), LocalDate.parse(row.get(0, String.class)), false));
    }

    long movedByHand(MemberId member, Asset asset, Instant since) {
        return movedByHand(List.of(member), asset, since).getOrDefault(member, 0L);
    }

    Map<MemberId, Long> movedByHand(Collection<MemberId> members, Asset asset, Instant since) {
        var day = since.toString();
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.resultQuery(MOVED_BY_HAND, ids, day, asset.code(), day)
                .fetchMap(row -> new MemberId(row.get(0, UUID.class)), row -> row.get(1, Long.class));
    }

    long carried(MemberId member, Asset asset, Instant since) {
        return sql.resultQuery(CARRIED, member.value(), since.toString(), CarryLot.KIND, asset.code())
                .fetchSingle()
                .get(0, Long.class);
    }
}
