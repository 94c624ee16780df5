package org.guildhall.ledger.expiry;

import static org.guildhall.jooq.ledger.Tables.LOT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.LapsingLots;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link LapsingLots} from the lots as they are. */
@Component
class LapsingStore implements LapsingLots {

    private final DSLContext sql;

    LapsingStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<MemberId> owners(Asset asset, LocalDate today, LocalDate through, @Nullable MemberId after, int limit) {
        return sql.selectDistinct(LOT.MEMBER_ID)
                .from(LOT)
                .where(LOT.ASSET.eq(asset.code()))
                .and(LOT.EXPIRES_ON.gt(today))
                .and(LOT.EXPIRES_ON.le(through))
                .and(LOT.AMOUNT.gt(0L))
                .and(after == null ? noCondition() : LOT.MEMBER_ID.gt(after.value()))
                .orderBy(LOT.MEMBER_ID)
                .limit(limit)
                .fetch(row -> new MemberId(row.value1()));
    }

    @Override
    public List<Lot> of(Collection<MemberId> owners, Asset asset, LocalDate today, LocalDate through) {
        var until = through.minusDays(1).withDayOfMonth(1).plusMonths(1);
        return sql.select(LOT.MEMBER_ID, LOT.EXPIRES_ON, LOT.AMOUNT)
                .from(LOT)
                .where(LOT.MEMBER_ID.eq(any(owners.stream().map(MemberId::value).toArray(UUID[]::new))))
                .and(LOT.ASSET.eq(asset.code()))
                .and(LOT.EXPIRES_ON.gt(today))
                .and(LOT.EXPIRES_ON.le(until))
                .and(LOT.AMOUNT.gt(0L))
                .orderBy(LOT.MEMBER_ID, LOT.EXPIRES_ON)
                .fetch(row -> new Lot(new MemberId(row.value1()), row.value2().minusDays(1), row.value3()));
    }
}
