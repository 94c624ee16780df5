package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.TIER_CHANGE;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.jooq.loyalty.tables.records.TierChangeRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.TierAsked;
import org.guildhall.loyalty.TierThen;
import org.guildhall.platform.ByIds;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads everything recorded about a member's tiers. */
@Component
class TierHistoryStore {

    private static final ByIds CURRENT = ByIds.of("""
            select member_id, tier
            from loyalty.standing
            where tier <> ''
              and member_id {ids}
            """);

    private final DSLContext sql;

    TierHistoryStore(DSLContext sql) {
        this.sql = sql;
    }

    Map<MemberId, String> current(Collection<MemberId> members) {
        var tiers = new HashMap<MemberId, String>();
        var ids = members.stream().map(MemberId::value).toList();
        CURRENT.list(sql, row -> Map.entry(new MemberId(row.getObject(1, UUID.class)), row.getString(2)), ids)
                .forEach(tier -> tiers.put(tier.getKey(), tier.getValue()));
        return tiers;
    }

    List<TierThen> then(List<TierAsked> asked) {
        var members = asked.stream().map(one -> one.member().value()).toArray(UUID[]::new);
        var instants =
                asked.stream().map(one -> one.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        var steps = asked.stream().map(TierAsked::steps).toArray(Integer[]::new);
        return sql.resultQuery("""
                        select held.to_tier, known.steps
                        from unnest(?::uuid[], ?::timestamptz[], ?::int[]) with ordinality as w (member_id, at, steps, place)
                        cross join lateral (
                          select coalesce(w.steps, max(c.seq), 0) as steps
                          from loyalty.tier_change c
                          where c.member_id = w.member_id
                        ) known
                        left join lateral (
                          select c.to_tier
                          from loyalty.tier_change c
                          where c.member_id = w.member_id
                            and c.withdraws is null
                            and c.seq <= known.steps
                            and c.effective_at <= w.at
                            and not exists (
                              select from loyalty.tier_change x
                              where x.member_id = c.member_id
                                and x.withdraws = c.seq
                                and x.seq <= known.steps)
                          order by c.effective_at desc, c.seq desc
                          limit 1
                        ) held on true
                        order by w.place
                        """, members, instants, steps)
                .fetch(row -> new TierThen(row.get(0, String.class), row.get(1, Integer.class)));
    }

    List<TierChangeRecord> rows(MemberId member) {
        return sql.selectFrom(TIER_CHANGE)
                .where(TIER_CHANGE.MEMBER_ID.eq(member.value()))
                .orderBy(TIER_CHANGE.EFFECTIVE_AT.desc(), TIER_CHANGE.SEQ.desc())
                .fetch();
    }
}
