package org.guildhall.ledger.statement;

import static org.guildhall.jooq.ledger.Tables.ACCOUNT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.BalanceRows;
import org.guildhall.ledger.Balances;
import org.guildhall.platform.ByIds;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads what members own now. */
@Component
class BalanceStore {

    private static final ByIds BALANCES = ByIds.of("""
            select a.member_id, a.asset, a.balance, a.held, l.available, l.owed
            from ledger.account a
            cross join lateral (
              select coalesce(sum(amount) filter (where expires_on > ?), 0)::bigint as available,
                coalesce(-sum(amount) filter (where expires_on = '-infinity'), 0)::bigint as owed
              from ledger.lot
              where member_id = a.member_id
                and asset = a.asset) l
            where a.member_id {ids}
            order by a.member_id, a.asset
            """);

    private static final ByIds AVAILABLE = ByIds.of("""
            select member_id, asset, sum(amount)::bigint
            from ledger.lot
            where expires_on > ?
              and member_id {ids}
            group by member_id, asset
            """);

    private final DSLContext sql;
    private final BusinessTime time;

    BalanceStore(DSLContext sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    Balances balances(MemberId member) {
        return balances(List.of(member)).getOrDefault(member, new Balances(member, List.of()));
    }

    /** What these members own; who never owned anything is absent. */
    Map<MemberId, Balances> balances(Collection<MemberId> members) {
        var balances = new HashMap<MemberId, Balances>();
        var ids = members.stream().map(MemberId::value).toList();
        var owned = new HashMap<MemberId, List<Balances.Balance>>();
        BALANCES.list(sql, BalanceStore::owned, ids, time.today())
                .forEach(one -> owned.computeIfAbsent(one.member, member -> new ArrayList<>())
                        .add(one.balance));
        owned.forEach((member, rows) -> balances.put(member, new Balances(member, rows)));
        return balances;
    }

    /** What these members can spend today. */
    Map<MemberId, Map<Asset, Long>> available(Collection<MemberId> members) {
        var available = new HashMap<MemberId, Map<Asset, Long>>();
        var ids = members.stream().map(MemberId::value).toList();
        AVAILABLE
                .list(
                        sql,
                        row -> new Spendable(
                                new MemberId(row.getObject(1, UUID.class)), Asset.of(row.getString(2)), row.getLong(3)),
                        ids,
                        time.today())
                .forEach(one -> available
                        .computeIfAbsent(one.member, member -> new HashMap<>())
                        .put(one.asset, one.amount));
        return available;
    }

    private record Spendable(MemberId member, Asset asset, long amount) {}

    private record Owned(MemberId member, Balances.Balance balance) {}

    private static Owned owned(ResultSet row) throws SQLException {
        var balance = new Balances.Balance(
                Asset.of(row.getString("asset")),
                row.getLong("balance"),
                row.getLong("available"),
                row.getLong("held"),
                row.getLong("owed"));
        return new Owned(new MemberId(row.getObject("member_id", UUID.class)), balance);
    }

    Map<MemberId, Long> balances(Collection<MemberId> members, Asset asset) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        var balances = new HashMap<MemberId, Long>();
        for (var row : sql.fetch("""
                select member_id, balance
                from ledger.account
                where member_id = any(?)
                  and asset = ?
                """, ids, asset.code())) {
            balances.put(new MemberId(row.get(0, UUID.class)), row.get(1, Long.class));
        }
        return balances;
    }

    static BalanceRows rows(Asset asset) {
        return new BalanceRows(ACCOUNT, ACCOUNT.MEMBER_ID, ACCOUNT.ASSET.eq(DSL.inline(asset.code())), ACCOUNT.BALANCE);
    }
}
