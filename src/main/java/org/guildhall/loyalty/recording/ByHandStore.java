package org.guildhall.loyalty.recording;

import static org.guildhall.jooq.loyalty.Tables.RECORDED_BY_HAND;
import static org.jooq.impl.DSL.any;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps which purchases somebody recorded by hand on a day. */
@Component
class ByHandStore {

    private final DSLContext sql;

    ByHandStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What one person recorded on that day for these members. */
    Set<UUID> recorded(StaffId staff, LocalDate day, Collection<MemberId> members) {
        return new HashSet<>(sql.select(RECORDED_BY_HAND.PURCHASE_ID)
                .from(RECORDED_BY_HAND)
                .where(RECORDED_BY_HAND.MEMBER_ID.eq(
                        any(members.stream().map(MemberId::value).toArray(UUID[]::new))))
                .and(RECORDED_BY_HAND.RECORDED_ON.eq(day))
                .and(RECORDED_BY_HAND.STAFF_ID.eq(staff.value()))
                .fetch(RECORDED_BY_HAND.PURCHASE_ID));
    }

    /** Keeps that this person recorded these purchases, each with its member, on that day. */
    void keep(StaffId staff, LocalDate day, Map<UUID, MemberId> purchases) {
        if (purchases.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                RECORDED_BY_HAND,
                RECORDED_BY_HAND.PURCHASE_ID,
                RECORDED_BY_HAND.MEMBER_ID,
                RECORDED_BY_HAND.STAFF_ID,
                RECORDED_BY_HAND.RECORDED_ON);
        for (var one : purchases.entrySet()) {
            insert = insert.values(one.getKey(), one.getValue().value(), staff.value(), day);
        }
        insert.execute();
    }
}
