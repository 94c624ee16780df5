package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.STANDING;
import static org.guildhall.jooq.loyalty.Tables.TIER_CHANGE;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.jooq.loyalty.tables.records.StandingRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.tiers.TierStep;
import org.guildhall.platform.BinaryCopy;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps standings and the tier history; the standing's row is the lock under which a member is replayed. */
@Component
class StandingStore {

    private static final String TIER_COLUMNS = "loyalty.tier_change (member_id, seq, effective_at, from_tier, to_tier,"
            + " reason, policy_version, fact_id, withdraws, recorded_at)";

    private static final FixedStatement OPEN = FixedStatement.of("""
            insert into loyalty.standing (member_id, tier, since, growth, spend_minor, visits, revision, steps)
            select id, '', date '1970-01-01', 0, 0, 0, 0, 0
            from unnest(?) as id
            where not exists (select from loyalty.standing known where known.member_id = id)
            order by id
            on conflict do nothing
            """);

    private final DSLContext sql;

    StandingStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Locks these members until the transaction ends, in a fixed order, and gives their standings. */
    Map<MemberId, StandingRow> lock(Collection<MemberId> members) {
        var ids = ids(members);
        OPEN.execute(sql, (Object) ids);
        var rows = new HashMap<MemberId, StandingRow>();
        sql.selectFrom(STANDING)
                .where(STANDING.MEMBER_ID.eq(org.jooq.impl.DSL.any(ids)))
                .orderBy(STANDING.MEMBER_ID)
                .forUpdate()
                .forEach(row -> rows.put(new MemberId(row.getMemberId()), read(row)));
        return rows;
    }

    /** Locks those of these members on whom time has had its effect by that day, in a fixed order. */
    Map<MemberId, StandingRow> lockDue(Collection<MemberId> members, LocalDate through) {
        var rows = new HashMap<MemberId, StandingRow>();
        sql.selectFrom(STANDING)
                .where(STANDING.MEMBER_ID.eq(org.jooq.impl.DSL.any(ids(members))))
                .and(STANDING.DUE_ON.le(through))
                .orderBy(STANDING.MEMBER_ID)
                .forUpdate()
                .forEach(row -> rows.put(new MemberId(row.getMemberId()), read(row)));
        return rows;
    }

    /** The steps that hold for these members, in order of recording. */
    Map<MemberId, List<TierLog.Recorded>> steps(Collection<MemberId> members) {
        var withdrawn = TIER_CHANGE.as("withdrawn");
        var steps = new HashMap<MemberId, List<TierLog.Recorded>>();
        sql.selectFrom(TIER_CHANGE)
                .where(TIER_CHANGE.MEMBER_ID.eq(org.jooq.impl.DSL.any(ids(members))))
                .and(TIER_CHANGE.WITHDRAWS.isNull())
                .andNotExists(sql.selectOne()
                        .from(withdrawn)
                        .where(withdrawn.MEMBER_ID.eq(TIER_CHANGE.MEMBER_ID))
                        .and(withdrawn.WITHDRAWS.eq(TIER_CHANGE.SEQ)))
                .orderBy(TIER_CHANGE.MEMBER_ID, TIER_CHANGE.SEQ)
                .forEach(row -> steps.computeIfAbsent(new MemberId(row.getMemberId()), id -> new ArrayList<>())
                        .add(new TierLog.Recorded(
                                row.getSeq(),
                                new TierStep(
                                        row.getEffectiveAt().toInstant(),
                                        row.getFromTier(),
                                        row.getToTier(),
                                        TierStep.Reason.of(row.getReason()),
                                        row.getPolicyVersion(),
                                        row.getFactId()))));
        return steps;
    }

    /** Appends rows to the tier history. */
    void append(List<TierLog.Row> rows, java.time.Instant recordedAt) {
        if (rows.isEmpty()) {
            return;
        }
        BinaryCopy.copy(sql, TIER_COLUMNS, out -> {
            for (var row : rows) {
                var step = row.step();
                out.row()
                        .add(row.member().value())
                        .addInt(row.seq())
                        .add(step.at())
                        .add(step.from())
                        .add(step.to())
                        .add(step.reason().code())
                        .addInt(step.version())
                        .add(step.fact())
                        .addInt(row.withdraws())
                        .add(recordedAt);
            }
        });
    }

    /** Writes standings of locked members. */
    void save(List<StandingRow> rows) {
        sql.execute(
                """
                update loyalty.standing s
                set tier = n.tier, since = n.since, keep_until = n.keep_until, due_on = n.due_on, growth = n.growth,
                    spend_minor = n.spend, visits = n.visits, last_purchase_at = n.last_purchase_at,
                    revision = n.revision, steps = n.steps
                from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10})
                    as n (id, tier, since, keep_until, due_on, growth, spend, visits, last_purchase_at, revision, steps)
                where s.member_id = n.id
                """,
                val(rows.stream().map(row -> row.member().value()).toArray(UUID[]::new)),
                val(rows.stream().map(StandingRow::tier).toArray(String[]::new)),
                val(rows.stream().map(StandingRow::since).toArray(LocalDate[]::new)),
                val(rows.stream().map(StandingRow::keepUntil).toArray(LocalDate[]::new)),
                val(rows.stream().map(StandingRow::dueOn).toArray(LocalDate[]::new)),
                val(rows.stream().map(StandingRow::growth).toArray(Long[]::new)),
                val(rows.stream().map(StandingRow::spend).toArray(Long[]::new)),
                val(rows.stream().map(StandingRow::visits).toArray(Integer[]::new)),
                val(rows.stream()
                        .map(row -> row.lastPurchaseAt() == null
                                ? null
                                : row.lastPurchaseAt().atOffset(ZoneOffset.UTC))
                        .toArray(java.time.OffsetDateTime[]::new)),
                val(rows.stream().map(StandingRow::revision).toArray(Integer[]::new)),
                val(rows.stream().map(StandingRow::steps).toArray(Integer[]::new)));
    }

    private static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).sorted().toArray(UUID[]::new);
    }

    private static StandingRow read(StandingRecord row) {
        return new StandingRow(
                new MemberId(row.getMemberId()),
                row.getTier(),
                row.getSince(),
                row.getKeepUntil(),
                row.getDueOn(),
                row.getGrowth(),
                row.getSpendMinor(),
                row.getVisits(),
                row.getLastPurchaseAt() == null ? null : row.getLastPurchaseAt().toInstant(),
                row.getRevision(),
                row.getSteps());
    }
}
