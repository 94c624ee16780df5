package org.guildhall.cashback.proofs;

import static org.guildhall.jooq.cashback.Tables.REBATE;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what is kept of members' purchases. */
@Component
class KeptStore {

    private final DSLContext sql;

    KeptStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Of which purchase, at which level. */
    record Of(UUID purchase, int level) {}

    /** For whom, and how much. */
    record For(MemberId member, long amount) {}

    Map<Of, For> of(Collection<MemberId> buyers) {
        var kept = new HashMap<Of, For>();
        sql.select(REBATE.PURCHASE_ID, REBATE.LEVEL, REBATE.MEMBER_ID, REBATE.CURRENT)
                .from(REBATE)
                .where(REBATE.BUYER_ID.in(buyers.stream().map(MemberId::value).toList()))
                .forEach(row -> kept.put(
                        new Of(row.value1(), row.value2()), new For(new MemberId(row.value3()), row.value4())));
        return kept;
    }
}
