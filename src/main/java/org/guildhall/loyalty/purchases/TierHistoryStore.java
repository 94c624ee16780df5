package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.TIER_CHANGE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.jooq.loyalty.tables.records.TierChangeRecord;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads everything recorded about a member's tiers. */
@Component
class TierHistoryStore {

    private final DSLContext sql;

    TierHistoryStore(DSLContext sql) {
        this.sql = sql;
    }

    Map<MemberId, String> current(Collection<MemberId> members) {
        return sql.resultQuery(
                        """
                        select s.member_id, s.tier
                        from unnest(?) as wanted (member_id)
                        cross join lateral (
                          select member_id, tier
                          from loyalty.standing
                          where member_id = wanted.member_id
                            and tier <> ''
                          offset 0
                        ) s
                        """, (Object) members.stream().map(MemberId::value).toArray(UUID[]::new))
                .fetchMap(row -> new MemberId(row.get(0, UUID.class)), row -> row.get(1, String.class));
    }

    List<TierChangeRecord> rows(MemberId member) {
        return sql.selectFrom(TIER_CHANGE)
                .where(TIER_CHANGE.MEMBER_ID.eq(member.value()))
                .orderBy(TIER_CHANGE.EFFECTIVE_AT.desc(), TIER_CHANGE.SEQ.desc())
                .fetch();
    }
}
