package org.guildhall.ledger.statement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.LotView;
import org.guildhall.ledger.StatementQuery;
import org.guildhall.ledger.allocation.Lots;
import org.guildhall.ledger.booking.LotDates;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads accounts, lots and entries. */
@Component
class StatementStore {

    private static final String LINES = """
            with line as (
              select occurred_at, posting_id, about, asset,
                sum(amount)::bigint as amount,
                max(recorded_at) as recorded_at,
                array_agg(contra || ' ' || expires_on || ' ' || amount order by line) as parts
              from ledger.entry
              where member_id = {0}
                and ({1}::text is null or asset = {1})
                and ({2}::timestamptz is null or occurred_at >= {2}::timestamptz)
                and ({3}::timestamptz is null or occurred_at < {3}::timestamptz)
                and ({4}::timestamptz is null or recorded_at <= {4}::timestamptz)
                and ({5}::timestamptz is null
                  or (occurred_at, posting_id, about, asset) < ({5}::timestamptz, {6}::uuid, {7}::uuid, {8}::text))
              group by occurred_at, posting_id, about, asset
              order by occurred_at desc, posting_id desc, about desc, asset desc
              limit {9}
            )
            select l.posting_id, l.about, l.asset, p.kind, l.amount, l.parts, l.occurred_at, l.recorded_at,
              p.cause_type, p.cause_id, p.reason_code, p.policy_version, p.actor
            from line l
            join ledger.posting p
              on p.member_id = {0}
              and p.posting_id = l.about
            order by l.occurred_at desc, l.posting_id desc, l.about desc, l.asset desc
            """;

    private static final String SPENT_SINCE = """
            select s.member_id
            from unnest({0}::uuid[], {1}::timestamptz[]) as s (member_id, since)
            where exists (
              select 1
              from ledger.entry e
              where e.member_id = s.member_id
                and e.asset = {2}
                and e.recorded_at > s.since
                and e.amount < 0
                and e.about = e.posting_id
                and e.contra in ('redeemed', 'adjusted', 'held'))
            order by s.member_id
            """;

    private static final String BALANCE_UP_TO = """
            select coalesce(sum(amount), 0)::bigint
            from ledger.entry
            where member_id = {0}
              and asset = {1}
              and ({2}::timestamptz is null or recorded_at <= {2}::timestamptz)
              and (occurred_at, posting_id, about) <= ({3}::timestamptz, {4}::uuid, {5}::uuid)
            """;

    private final DSLContext sql;

    StatementStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Net change of each member's balance of an asset by what occurred in {@code [from, to)}; who did not change is absent. */
    Map<MemberId, Long> changes(Asset asset, Instant from, Instant to) {
        var changes = new HashMap<MemberId, Long>();
        for (var row : sql.fetch("""
                select e.member_id, sum(e.amount)::bigint
                from ledger.account a
                join ledger.entry e
                  on e.member_id = a.member_id
                  and e.occurred_at >= ?::timestamptz
                  and e.occurred_at < ?::timestamptz
                  and e.asset = a.asset
                where a.asset = ?
                group by e.member_id
                having sum(e.amount) <> 0
                """, from.toString(), to.toString(), asset.code())) {
            changes.put(new MemberId(row.get(0, UUID.class)), row.get(1, Long.class));
        }
        return changes;
    }

    Map<UUID, Long> moved(Asset asset, Map<UUID, MemberId> postings) {
        var ids = postings.keySet().toArray(UUID[]::new);
        var owners = postings.values().stream().map(MemberId::value).toArray(UUID[]::new);
        var moved = new HashMap<UUID, Long>();
        for (var row : sql.fetch("""
                select e.about, sum(e.amount)::bigint
                from unnest(?::uuid[], ?::uuid[]) as w (posting_id, member_id)
                join ledger.entry e
                  on e.member_id = w.member_id
                  and e.about = w.posting_id
                  and e.asset = ?
                group by e.about
                """, ids, owners, asset.code())) {
            moved.put(row.get(0, UUID.class), row.get(1, Long.class));
        }
        return moved;
    }

    /** Those who spent some of the asset that was recorded after their instant. */
    List<MemberId> spentSince(Map<MemberId, Instant> since, Asset asset) {
        var members = since.keySet().stream().map(MemberId::value).toArray(UUID[]::new);
        var instants = since.values().stream()
                .map(instant -> instant.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return sql.resultQuery(SPENT_SINCE, DSL.val(members), DSL.val(instants), val(asset.code()))
                .fetch(row -> new MemberId(row.get(0, UUID.class)));
    }

    List<LotView> lots(MemberId member, Asset asset) {
        return sql.resultQuery("""
                        select expires_on::text, amount
                        from ledger.lot
                        where member_id = ?
                          and asset = ?
                          and amount <> 0
                        order by expires_on
                        """, member.value(), asset.code()).fetch(row -> {
            var lot = LotDates.lot(row.get(0, String.class));
            return new LotView(row.get(1, Long.class), LotDates.expiry(lot), lot.equals(Lots.DEBT));
        });
    }

    /** One line more than the page holds, if there is one. */
    List<EntryView> lines(StatementQuery query, Statements.@Nullable Position after) {
        return sql.resultQuery(
                        LINES,
                        val(query.member().value()),
                        val(query.asset()),
                        val(query.from()),
                        val(query.to()),
                        val(query.knownAt()),
                        val(after == null ? null : after.occurredAt()),
                        val(after == null ? null : after.postingId()),
                        val(after == null ? null : after.about()),
                        val(after == null ? null : after.asset()),
                        DSL.val(query.limit() + 1))
                .fetch(StatementStore::line);
    }

    /** The balance of the query's asset after a line, as known when the query says. */
    long balanceUpTo(StatementQuery query, Statements.Position line) {
        var row = sql.resultQuery(
                        BALANCE_UP_TO,
                        val(query.member().value()),
                        val(query.asset()),
                        val(query.knownAt()),
                        val(line.occurredAt()),
                        val(line.postingId()),
                        val(line.about()))
                .fetchSingle();
        return row.get(0, Long.class);
    }

    private static EntryView line(Record row) {
        var parts = Arrays.stream(row.get(5, String[].class))
                .map(StatementStore::part)
                .toList();
        return new EntryView(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                Asset.of(row.get(2, String.class)),
                row.get(3, String.class),
                row.get(4, Long.class),
                parts,
                row.get(6, OffsetDateTime.class).toInstant(),
                row.get(7, OffsetDateTime.class).toInstant(),
                row.get(8, String.class),
                row.get(9, UUID.class),
                row.get(10, String.class),
                row.get(11, Integer.class),
                row.get(12, String.class),
                null);
    }

    private static EntryView.Part part(String text) {
        var words = text.split(" ", -1);
        var lot = LotDates.lot(words[1]);
        return new EntryView.Part(
                Long.parseLong(words[2]), Contra.of(words[0]), LotDates.expiry(lot), lot.equals(Lots.DEBT));
    }

    private static Field<?> val(@Nullable Object value) {
        return value instanceof UUID id ? DSL.val(id) : DSL.val(value == null ? null : value.toString(), String.class);
    }
}
