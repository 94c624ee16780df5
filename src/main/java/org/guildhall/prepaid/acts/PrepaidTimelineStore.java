package org.guildhall.prepaid.acts;

import static org.guildhall.jooq.prepaid.Tables.MOVEMENT;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.jooq.prepaid.tables.records.MovementRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.PrepaidPolicy;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads movements as entries of a member's timeline. */
@Component
class PrepaidTimelineStore {

    private final DSLContext sql;
    private final Policies policies;
    private final BusinessTime time;

    PrepaidTimelineStore(DSLContext sql, Policies policies, BusinessTime time) {
        this.sql = sql;
        this.policies = policies;
        this.time = time;
    }

    List<TimelineEntry> entries(MemberId member, List<String> kinds, TimelineQuery query) {
        var known = query.knownAt();
        var before = query.before();
        return sql.selectFrom(MOVEMENT)
                .where(MOVEMENT.MEMBER_ID.eq(member.value()))
                .and(MOVEMENT.KIND.in(kinds))
                .and(known == null ? noCondition() : MOVEMENT.RECORDED_AT.le(AccountStore.at(known)))
                .and(
                        before == null
                                ? noCondition()
                                : row(MOVEMENT.OCCURRED_AT, MOVEMENT.MOVEMENT_ID)
                                        .lt(val(AccountStore.at(before.occurredAt())), val(before.id())))
                .orderBy(MOVEMENT.OCCURRED_AT.desc(), MOVEMENT.MOVEMENT_ID.desc())
                .limit(query.limit())
                .fetch(this::entry);
    }

    /** The last day on which a named account took money in. */
    @Nullable
    LocalDate lastNamedTopUp(MemberId member) {
        return sql.select(max(MOVEMENT.OCCURRED_ON))
                .from(MOVEMENT)
                .where(MOVEMENT.MEMBER_ID.eq(member.value()))
                .and(MOVEMENT.KIND.eq("top-up"))
                .and(MOVEMENT.NAMED)
                .fetchSingle()
                .value1();
    }

    /** Removes what staff wrote in their own words. */
    void erase(MemberId member) {
        sql.update(MOVEMENT)
                .set(MOVEMENT.REASON, "")
                .where(MOVEMENT.MEMBER_ID.eq(member.value()))
                .and(MOVEMENT.REASON.isNotNull())
                .execute();
        sql.update(MOVEMENT)
                .set(MOVEMENT.REFERENCE, "")
                .where(MOVEMENT.MEMBER_ID.eq(member.value()))
                .and(MOVEMENT.REFERENCE.isNotNull())
                .execute();
    }

    private TimelineEntry entry(MovementRecord row) {
        var currency = policies.inForce(PrepaidPolicy.KIND, time.today())
                .policy()
                .caps()
                .named()
                .currency();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("principal", new Money(Math.abs(row.getPrincipal()), currency));
        facts.put("bonus", new Money(Math.abs(row.getBonus()), currency));
        facts.put("money", new Money(Math.abs(row.getMoney()), currency));
        facts.put("reason", row.getReason() == null ? "" : row.getReason());
        facts.put("movement", row.getMovementId().toString());
        return new TimelineEntry(
                row.getMovementId(),
                "prepaid." + row.getKind(),
                row.getOccurredAt().toInstant(),
                row.getRecordedAt().toInstant(),
                row.getActor(),
                facts);
    }
}
