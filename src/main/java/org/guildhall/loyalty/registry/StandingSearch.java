package org.guildhall.loyalty.registry;

import static org.guildhall.jooq.loyalty.Tables.STANDING;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.jooq.loyalty.tables.records.StandingRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.MemberColumn;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks standings up for the member list: values of one page, conditions and sort keys. */
@Component
class StandingSearch {

    private final DSLContext sql;

    StandingSearch(DSLContext sql) {
        this.sql = sql;
    }

    Map<MemberId, Object> values(Collection<MemberId> members, Function<StandingRecord, @Nullable Object> value) {
        var values = new HashMap<MemberId, Object>();
        sql.selectFrom(STANDING)
                .where(STANDING.MEMBER_ID.in(
                        members.stream().map(MemberId::value).toList()))
                .and(STANDING.REVISION.gt(0))
                .forEach(row -> {
                    var found = value.apply(row);
                    if (found != null) {
                        values.put(new MemberId(row.getMemberId()), found);
                    }
                });
        return values;
    }

    static Condition where(Field<UUID> memberId, Condition condition) {
        return exists(selectOne()
                .from(STANDING)
                .where(STANDING.MEMBER_ID.eq(memberId))
                .and(condition));
    }

    /** An order by a value of the standing. */
    static MemberColumn.Source source(Field<? extends Comparable<?>> key) {
        return new MemberColumn.Source(STANDING, STANDING.MEMBER_ID, STANDING.REVISION.gt(0), key);
    }
}
