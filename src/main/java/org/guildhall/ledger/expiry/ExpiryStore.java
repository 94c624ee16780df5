package org.guildhall.ledger.expiry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.ledger.Asset;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds lots whose time is over and books their expiry, a batch of members with one statement each for lock and booking. */
@Component
class ExpiryStore {

    private static final String DUE = """
            select distinct member_id
            from ledger.lot
            where asset = {0}
              and expires_on <= {1}::date
              and amount > 0
              and ({2}::uuid is null or member_id > {2}::uuid)
            order by member_id
            limit {3}
            """;

    private static final String LOCK = """
            select member_id
            from ledger.account
            where asset = ?
              and member_id = any(?)
            order by member_id
            for update
            """;

    private static final String EXPIRE = """
            with gone as (
              delete from ledger.lot
              where asset = {0}
                and expires_on <= {1}::date
                and expires_on > '-infinity'
                and amount > 0
                and member_id = any({2})
              returning member_id, expires_on, amount
            ), dated as (
              select member_id, expires_on, amount,
                (expires_on::timestamp at time zone {3}) as occurred_at,
                md5('expiry|' || member_id || '|' || {0} || '|' || expires_on)::uuid as posting_id
              from gone
            ), posted as (
              insert into ledger.posting (member_id, posting_id, content_hash, kind, cause_type, cause_id, movements,
                occurred_at, recorded_at, actor, policy_version)
              select member_id, posting_id, posting_id, 'expiry', 'run', {7},
                'lapse ' || {0} || ' ' || expires_on, occurred_at, {4}::timestamptz, {5}, 0
              from dated
            ), booked as (
              insert into ledger.entry (member_id, occurred_at, posting_id, line, asset, expires_on, contra, amount,
                about, recorded_at, booked_at)
              select member_id, occurred_at, posting_id, 0, {0}, expires_on, 'expired', -amount, posting_id,
                {4}::timestamptz, case when occurred_at < {8}::timestamptz then {8}::timestamptz end
              from dated
            ), accounted as (
              update ledger.account a
              set balance = a.balance - d.amount,
                  last_occurred_at = greatest(a.last_occurred_at, d.occurred_at),
                  last_taken_at = greatest(a.last_taken_at, d.occurred_at)
              from (
                select member_id, sum(amount) as amount, max(occurred_at) as occurred_at
                from dated
                group by member_id
              ) d
              where a.member_id = d.member_id
                and a.asset = {0}
            ), totalled as (
              insert into ledger.programme_change (change_id, asset, contra, amount, recorded_at)
              select {6}, {0}, 'expired', sum(amount), {4}::timestamptz
              from dated
              having count(*) > 0
            )
            select count(distinct member_id), count(*), coalesce(sum(amount), 0)::bigint from dated
            """;

    private final DSLContext sql;

    ExpiryStore(DSLContext sql) {
        this.sql = sql;
    }

    List<Asset> assets() {
        return sql.resultQuery("select asset from ledger.asset order by asset")
                .fetch(row -> Asset.of(row.get(0, String.class)));
    }

    List<UUID> membersWithDueLots(Asset asset, LocalDate through, @Nullable UUID after, int limit) {
        return sql.resultQuery(
                        DUE,
                        text(asset.code()),
                        text(through.toString()),
                        text(after == null ? null : after.toString()),
                        DSL.val(limit))
                .fetch(0, UUID.class);
    }

    /** What a run expires. */
    record Due(UUID run, Asset asset, LocalDate through, String actor) {}

    /** How much was expired. */
    record Moved(long members, long lots, long amount) {}

    /** Locks the members' accounts and expires their due lots. */
    Moved expire(Due due, List<UUID> members, BusinessTime time) {
        var ids = members.toArray(UUID[]::new);
        var openFrom = sql.fetchSingle("select ledger.books_open_from()::text").get(0, String.class);
        sql.fetch(LOCK, due.asset.code(), ids);
        return sql.resultQuery(
                        EXPIRE,
                        text(due.asset.code()),
                        text(due.through.toString()),
                        DSL.val(ids),
                        text(time.zone().getId()),
                        text(time.now().toString()),
                        text(due.actor),
                        DSL.val(Ids.next(time.clock())),
                        DSL.val(due.run),
                        text(openFrom))
                .fetchSingle(row -> new Moved(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class)));
    }

    private static Field<String> text(@Nullable String value) {
        return DSL.val(value, String.class);
    }
}
