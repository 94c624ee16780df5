package org.guildhall.loyalty.registry;

import static org.guildhall.jooq.loyalty.Tables.PURCHASE;
import static org.guildhall.jooq.loyalty.Tables.RETURN;
import static org.guildhall.jooq.loyalty.Tables.TIER_CHANGE;
import static org.guildhall.jooq.loyalty.Tables.TIER_GRANT;
import static org.guildhall.jooq.loyalty.Tables.VOIDING;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.jooq.loyalty.tables.records.ReturnRecord;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads purchases, returns and tier steps as entries of a member's timeline. */
@Component
class TimelineStore {

    private static final TypeReference<List<ReturnedLine>> RETURNED_LINES = new TypeReference<>() {};
    private static final String REST = "rest";

    private final DSLContext sql;
    private final JsonMapper json;

    TimelineStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<TimelineEntry> purchases(MemberId member, TimelineQuery query) {
        return sql.select(PURCHASE, voided(query, PURCHASE.MEMBER_ID, PURCHASE.PURCHASE_ID))
                .from(PURCHASE)
                .where(PURCHASE.MEMBER_ID.eq(member.value()))
                .and(wanted(query, PURCHASE.OCCURRED_AT, PURCHASE.PURCHASE_ID, PURCHASE.RECORDED_AT))
                .orderBy(PURCHASE.OCCURRED_AT.desc(), PURCHASE.PURCHASE_ID.desc())
                .limit(query.limit())
                .fetch(found -> {
                    var purchase = found.value1();
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("number", purchase.getNumber());
                    facts.put("total", Money.of(purchase.getTotalMinor(), purchase.getCurrency()));
                    facts.put("voided", found.value2());
                    if (purchase.getStoreId() != null) {
                        facts.put("store", purchase.getStoreId().toString());
                    }
                    return entry(
                            purchase.getPurchaseId(),
                            "loyalty.purchase",
                            purchase.getOccurredAt(),
                            purchase.getRecordedAt(),
                            facts);
                });
    }

    List<TimelineEntry> returns(MemberId member, TimelineQuery query) {
        return sql.select(RETURN, voided(query, RETURN.MEMBER_ID, RETURN.RETURN_ID))
                .from(RETURN)
                .where(RETURN.MEMBER_ID.eq(member.value()))
                .and(wanted(query, RETURN.OCCURRED_AT, RETURN.RETURN_ID, RETURN.RECORDED_AT))
                .orderBy(RETURN.OCCURRED_AT.desc(), RETURN.RETURN_ID.desc())
                .limit(query.limit())
                .fetch(found -> {
                    var returned = found.value1();
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("number", returned.getNumber());
                    facts.put("purchaseNumber", returned.getPurchaseNumber());
                    facts.put("amount", amount(returned));
                    facts.put("voided", found.value2());
                    return entry(
                            returned.getReturnId(),
                            "loyalty.return",
                            returned.getOccurredAt(),
                            returned.getRecordedAt(),
                            facts);
                });
    }

    /** What was given back; {@code rest} where it was whatever was left. */
    private Object amount(ReturnRecord returned) {
        if (returned.getAmountMinor() != null) {
            return Money.of(returned.getAmountMinor(), returned.getCurrency());
        }
        if (returned.getLines() == null) {
            return REST;
        }
        return json.readValue(returned.getLines().data(), RETURNED_LINES).stream()
                .map(ReturnedLine::amount)
                .reduce(Money::plus)
                .<Object>map(sum -> sum)
                .orElse(REST);
    }

    /**
     * Steps that hold now; as known earlier, steps that held then. A step's place in the timeline needs an identifier of its
     * own: derived, as the table counts steps within the member; so the few of the position's own instant are sorted here.
     */
    List<TimelineEntry> tiers(MemberId member, TimelineQuery query) {
        var before = query.before();
        if (before == null) {
            return tiers(member, query, noCondition());
        }
        var at = utc(before.occurredAt());
        var entries = new ArrayList<>(tiers(member, query, TIER_CHANGE.EFFECTIVE_AT.eq(at)));
        entries.removeIf(entry -> !isBefore(entry.id(), before.id()));
        entries.addAll(tiers(member, query, TIER_CHANGE.EFFECTIVE_AT.lt(at)));
        return entries;
    }

    /** As PostgreSQL orders identifiers, and the timeline with it. */
    private static boolean isBefore(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high < 0
                || (high == 0
                        && Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0);
    }

    private List<TimelineEntry> tiers(MemberId member, TimelineQuery query, Condition when) {
        var withdrawn = TIER_CHANGE.as("withdrawn");
        var known = query.knownAt() == null ? noCondition() : withdrawn.RECORDED_AT.le(utc(query.knownAt()));
        return sql.selectFrom(TIER_CHANGE)
                .where(TIER_CHANGE.MEMBER_ID.eq(member.value()))
                .and(TIER_CHANGE.WITHDRAWS.isNull())
                .and(query.knownAt() == null ? noCondition() : TIER_CHANGE.RECORDED_AT.le(utc(query.knownAt())))
                .and(when)
                .andNotExists(sql.selectOne()
                        .from(withdrawn)
                        .where(withdrawn.MEMBER_ID.eq(TIER_CHANGE.MEMBER_ID))
                        .and(withdrawn.WITHDRAWS.eq(TIER_CHANGE.SEQ))
                        .and(known))
                .orderBy(TIER_CHANGE.EFFECTIVE_AT.desc(), TIER_CHANGE.SEQ.desc())
                .limit(query.limit())
                .fetch(step -> {
                    Map<String, Object> facts = new LinkedHashMap<>();
                    facts.put("from", step.getFromTier() == null ? "" : step.getFromTier());
                    facts.put("to", step.getToTier());
                    facts.put("reason", step.getReason());
                    return entry(
                            Ids.derived("tier-change|" + step.getMemberId() + '|' + step.getSeq()),
                            "loyalty.tier",
                            step.getEffectiveAt(),
                            step.getRecordedAt(),
                            facts);
                });
    }

    /** Removes what staff wrote in their own words. */
    void erase(MemberId member) {
        sql.update(TIER_GRANT)
                .set(TIER_GRANT.REASON, "")
                .where(TIER_GRANT.MEMBER_ID.eq(member.value()))
                .execute();
    }

    private static TimelineEntry entry(
            UUID id, String kind, OffsetDateTime occurredAt, OffsetDateTime recordedAt, Map<String, Object> facts) {
        return new TimelineEntry(id, kind, occurredAt.toInstant(), recordedAt.toInstant(), null, facts);
    }

    private static Condition wanted(
            TimelineQuery query,
            TableField<?, OffsetDateTime> occurredAt,
            TableField<?, UUID> id,
            TableField<?, OffsetDateTime> recordedAt) {
        var condition = query.knownAt() == null ? noCondition() : recordedAt.le(utc(query.knownAt()));
        return query.before() == null
                ? condition
                : condition.and(row(occurredAt, id)
                        .lt(
                                val(utc(query.before().occurredAt())),
                                val(query.before().id())));
    }

    /** Whether it is voided now; as known earlier, whether it was voided by then. */
    private static Field<Boolean> voided(TimelineQuery query, TableField<?, UUID> member, TableField<?, UUID> fact) {
        return field(exists(selectOne()
                .from(VOIDING)
                .where(VOIDING.MEMBER_ID.eq(member))
                .and(VOIDING.FACT_ID.eq(fact))
                .and(query.knownAt() == null ? noCondition() : VOIDING.RECORDED_AT.le(utc(query.knownAt())))));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
