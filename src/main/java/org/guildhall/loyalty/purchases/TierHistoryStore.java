package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.TIER_CHANGE;

import java.util.List;
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

    List<TierChangeRecord> rows(MemberId member) {
        return sql.selectFrom(TIER_CHANGE)
                .where(TIER_CHANGE.MEMBER_ID.eq(member.value()))
                .orderBy(TIER_CHANGE.EFFECTIVE_AT.desc(), TIER_CHANGE.SEQ.desc())
                .fetch();
    }
}
