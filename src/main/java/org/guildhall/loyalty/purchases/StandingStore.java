package org.guildhall.loyalty.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.tiers.TierStep;
import org.guildhall.platform.BinaryCopy;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps standings and the tier history; the standing's row is the lock under which a member is replayed. */
@Component
class StandingStore {

    private static final String TIER_COLUMNS = "loyalty.tier_change (member_id, seq, effective_at, from_tier, to_tier,"
            + " reason, policy_version, fact_id, withdraws, recorded_at)";

    private static final String STANDING = """
            select member_id, tier, since, keep_until, due_on, growth, spend_minor, visits, last_purchase_at, revision, steps
            from loyalty.standing
            where member_id = any(?)
            """;

    /** Who has no row gets one, so that there is something to lock. */
    private static final FixedStatement LOCK = FixedStatement.of("""
            insert into loyalty.standing (member_id, tier, since, growth, spend_minor, visits, revision, steps)
            select id, '', date '1970-01-01', 0, 0, 0, 0, 0
            from unnest(?) as id
            where not exists (select from loyalty.standing known where known.member_id = id)
            order by id
            on conflict do nothing;
            """ + STANDING + "order by member_id for update");

    private static final FixedStatement LOCK_DUE =
            FixedStatement.of(STANDING + "and due_on <= ? order by member_id for update");

    private static final FixedStatement SAVE = FixedStatement.of("""
            update loyalty.standing s
            set tier = n.tier, since = n.since, keep_until = n.keep_until, due_on = n.due_on, growth = n.growth,
                spend_minor = n.spend, visits = n.visits, last_purchase_at = n.last_purchase_at,
                revision = n.revision, steps = n.steps
            from unnest(?, ?, ?::text[]::date[], ?::text[]::date[], ?::text[]::date[], ?, ?, ?::text[]::int[],
                        ?::text[]::timestamptz[], ?::text[]::int[], ?::text[]::int[])
                as n (id, tier, since, keep_until, due_on, growth, spend, visits, last_purchase_at, revision, steps)
            where s.member_id = n.id
            """);

    private static final FixedStatement STEPS = FixedStatement.of("""
            select member_id, seq, effective_at, from_tier, to_tier, reason, policy_version, fact_id
            from loyalty.tier_change step
            where member_id = any(?) and withdraws is null
              and not exists (select from loyalty.tier_change withdrawn
                              where withdrawn.member_id = step.member_id and withdrawn.withdraws = step.seq)
            order by member_id, seq
            """);

    private final DSLContext sql;

    StandingStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Locks these members until the transaction ends, in a fixed order, and gives their standings. */
    Map<MemberId, StandingRow> lock(Collection<MemberId> members) {
        var ids = ids(members);
        return byMember(LOCK.list(sql, StandingStore::read, ids, ids));
    }

    /** Locks those of these members on whom time has had its effect by that day, in a fixed order. */
    Map<MemberId, StandingRow> lockDue(Collection<MemberId> members, LocalDate through) {
        return byMember(LOCK_DUE.list(sql, StandingStore::read, ids(members), through));
    }

    private static Map<MemberId, StandingRow> byMember(List<StandingRow> rows) {
        var all = new HashMap<MemberId, StandingRow>();
        rows.forEach(row -> all.put(row.member(), row));
        return all;
    }

    /** The steps that hold for these members, in order of recording. */
    Map<MemberId, List<TierLog.Recorded>> steps(Collection<MemberId> members) {
        var steps = new HashMap<MemberId, List<TierLog.Recorded>>();
        STEPS.list(
                sql,
                row -> steps.computeIfAbsent(new MemberId(row.getObject(1, UUID.class)), id -> new ArrayList<>())
                        .add(recorded(row)),
                (Object) ids(members));
        return steps;
    }

    private static TierLog.Recorded recorded(ResultSet row) throws SQLException {
        return new TierLog.Recorded(
                row.getInt(2),
                new TierStep(
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5),
                        TierStep.Reason.of(row.getString(6)),
                        row.getInt(7),
                        row.getObject(8, UUID.class)));
    }

    /** Appends rows to the tier history. */
    void append(List<TierLog.Row> rows, Instant recordedAt) {
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
        SAVE.execute(
                sql,
                rows.stream().map(row -> row.member().value()).toArray(UUID[]::new),
                rows.stream().map(StandingRow::tier).toArray(String[]::new),
                texts(rows, StandingRow::since),
                texts(rows, StandingRow::keepUntil),
                texts(rows, StandingRow::dueOn),
                rows.stream().map(StandingRow::growth).toArray(Long[]::new),
                rows.stream().map(StandingRow::spend).toArray(Long[]::new),
                texts(rows, StandingRow::visits),
                texts(rows, StandingRow::lastPurchaseAt),
                texts(rows, StandingRow::revision),
                texts(rows, StandingRow::steps));
    }

    private static @Nullable String[] texts(List<StandingRow> rows, Column column) {
        return rows.stream()
                .map(row -> {
                    var value = column.of(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    /** What a row says in a column. */
    @FunctionalInterface
    private interface Column {
        @Nullable
        Object of(StandingRow row);
    }

    private static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).sorted().toArray(UUID[]::new);
    }

    private static StandingRow read(ResultSet row) throws SQLException {
        var bought = row.getObject(9, OffsetDateTime.class);
        return new StandingRow(
                new MemberId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getLong(6),
                row.getLong(7),
                row.getInt(8),
                bought == null ? null : bought.toInstant(),
                row.getInt(10),
                row.getInt(11));
    }
}
