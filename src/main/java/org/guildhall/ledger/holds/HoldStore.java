package org.guildhall.ledger.holds;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Hold;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the holds and the sum of the open ones on each account. */
@Component
class HoldStore {

    private static final String COLUMNS = "hold_id, member_id, asset, amount, state, placed_at, times_out_at";

    private static final String OPEN = """
            insert into ledger.hold (member_id, hold_id, asset, amount, state, placed_at, times_out_at)
            select member_id, hold_id, asset, amount, 'open', placed_at, times_out_at
            from unnest(?, ?, ?, ?, ?, ?) as opened (member_id, hold_id, asset, amount, placed_at, times_out_at)
            """;

    private static final String HELD = """
            update ledger.account a
            set held = a.held + o.amount
            from (
              select member_id, asset, sum(amount)::bigint as amount
              from unnest(?, ?, ?) as opened (member_id, asset, amount)
              group by member_id, asset
            ) o
            where a.member_id = o.member_id
              and a.asset = o.asset
            """;

    private static final String CLOSE = """
            with closed as (
              update ledger.hold
              set state = ?, closed_at = ?::timestamptz
              where hold_id = ?
                and state = 'open'
              returning member_id, asset, amount
            ), freed as (
              update ledger.account a
              set held = a.held - c.amount
              from closed c
              where a.member_id = c.member_id
                and a.asset = c.asset
            )
            select count(*) from closed
            """;

    private final DSLContext sql;

    HoldStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Keeps new holds and adds them to what their accounts hold. */
    void open(List<Hold> holds) {
        if (holds.isEmpty()) {
            return;
        }
        var members = holds.stream().map(hold -> hold.member().value()).toArray(UUID[]::new);
        var assets = holds.stream().map(hold -> hold.asset().code()).toArray(String[]::new);
        var amounts = holds.stream().map(Hold::amount).toArray(Long[]::new);
        sql.execute(
                OPEN,
                members,
                holds.stream().map(Hold::holdId).toArray(UUID[]::new),
                assets,
                amounts,
                holds.stream().map(hold -> hold.placedAt().atOffset(UTC)).toArray(OffsetDateTime[]::new),
                holds.stream().map(HoldStore::timesOutAt).toArray(OffsetDateTime[]::new));
        sql.execute(HELD, members, assets, amounts);
    }

    /** Closes an open hold; false if it is open no more. */
    boolean close(UUID hold, Hold.State state, Instant at) {
        return sql.fetchSingle(CLOSE, state.name().toLowerCase(Locale.ROOT), at.toString(), hold)
                        .get(0, Integer.class)
                == 1;
    }

    Optional<Hold> find(UUID hold) {
        return sql.resultQuery("select " + COLUMNS + " from ledger.hold where hold_id = ?", hold)
                .fetchOptional(HoldStore::hold);
    }

    Map<UUID, Hold> find(Collection<UUID> holds) {
        return sql.resultQuery("select " + COLUMNS + " from ledger.hold where hold_id = any(?)", (Object)
                        holds.toArray(UUID[]::new))
                .fetchMap(row -> row.get(0, UUID.class), HoldStore::hold);
    }

    List<Hold> of(MemberId member, int limit) {
        return sql.resultQuery(
                        "select " + COLUMNS
                                + " from ledger.hold where member_id = ? order by placed_at desc, hold_id limit ?",
                        member.value(),
                        limit)
                .fetch(HoldStore::hold);
    }

    /** The next open holds, but for some, whose time is over. */
    List<UUID> timedOut(Instant now, Collection<UUID> but, int limit) {
        return sql.resultQuery("""
                        select hold_id
                        from ledger.hold
                        where state = 'open'
                          and times_out_at <= ?::timestamptz
                          and hold_id <> all(?)
                        order by times_out_at
                        limit ?
                        """, now.toString(), but.toArray(UUID[]::new), limit)
                .fetch(0, UUID.class);
    }

    private static @Nullable OffsetDateTime timesOutAt(Hold hold) {
        return hold.timesOutAt() == null ? null : hold.timesOutAt().atOffset(UTC);
    }

    private static Hold hold(Record row) {
        var timesOutAt = row.get(6, OffsetDateTime.class);
        return new Hold(
                row.get(0, UUID.class),
                new MemberId(row.get(1, UUID.class)),
                Asset.of(row.get(2, String.class)),
                row.get(3, Long.class),
                Hold.State.valueOf(row.get(4, String.class).toUpperCase(Locale.ROOT)),
                row.get(5, OffsetDateTime.class).toInstant(),
                timesOutAt == null ? null : timesOutAt.toInstant());
    }
}
