package org.guildhall.ledger.booking;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.allocation.Lots;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Locks accounts in a fixed order and reads what is needed to plan. */
@Component
class AccountStore {

    // The subquery keeps the planner to one index probe an account, in the order of the keys, however small the table.
    private static final String LOCK = """
            select a.member_id, a.asset, a.last_occurred_at, a.last_taken_at
            from (
              select member_id, asset
              from unnest(?, ?) as wanted (member_id, asset)
              order by member_id, asset
            ) wanted
            cross join lateral (
              select member_id, asset, last_occurred_at, last_taken_at
              from ledger.account
              where member_id = wanted.member_id
                and asset = wanted.asset
              for update
            ) a
            """;

    private static final String OPEN = """
            insert into ledger.account (member_id, asset)
            select member_id, asset
            from unnest(?, ?) as wanted (member_id, asset)
            order by member_id, asset
            on conflict do nothing
            """;

    private static final String LOTS = """
            select l.member_id, l.asset, l.expires_on::text, l.amount
            from unnest(?, ?) as wanted (member_id, asset)
            cross join lateral (
              select member_id, asset, expires_on, amount
              from ledger.lot
              where member_id = wanted.member_id
                and asset = wanted.asset
              offset 0
            ) l
            """;

    private final DSLContext sql;

    AccountStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Locks the accounts, opening those that do not exist, and reads their lots. */
    Map<AccountKey, Stored.Account> lock(Set<AccountKey> keys) {
        var accounts = new HashMap<AccountKey, Stored.Account>();
        lockInto(accounts, keys);
        if (accounts.size() < keys.size()) {
            var missing = new LinkedHashSet<>(keys);
            missing.removeAll(accounts.keySet());
            sql.execute(OPEN, members(missing), assets(missing));
            lockInto(accounts, missing);
        }
        for (var row : sql.fetch(LOTS, members(keys), assets(keys))) {
            var account = accounts.get(key(row.get(0, UUID.class), row.get(1, String.class)));
            if (account != null) {
                account.lots().put(LotDates.lot(row.get(2, String.class)), row.get(3, Long.class));
            }
        }
        return accounts;
    }

    /** The assets there are, and whether a member may owe them. */
    Map<Asset, Boolean> assets() {
        var assets = new HashMap<Asset, Boolean>();
        for (var row : sql.fetch("select asset, may_owe from ledger.asset")) {
            assets.put(Asset.of(row.get(0, String.class)), row.get(1, Boolean.class));
        }
        return Map.copyOf(assets);
    }

    /** The lots of these accounts after a plan: what changes in existing ones, and new ones. */
    void write(Plan plan, Map<AccountKey, Stored.Account> before) {
        var changed = new Deltas();
        var opened = new Deltas();
        var accounts = new AccountDeltas();
        for (var key : plan.touched()) {
            var after = plan.after(key);
            var was = before.get(key);
            if (was == null) {
                throw new IllegalStateException("account not locked");
            }
            long balance = 0;
            for (var lot : union(was.lots(), after.lots())) {
                long delta = after.lots().in(lot) - was.lots().getOrDefault(lot, 0L);
                if (delta != 0) {
                    (was.lots().containsKey(lot) ? changed : opened).add(key, lot, delta);
                    balance += delta;
                }
            }
            accounts.add(key, balance, after.lastOccurred(), after.lastTaken());
        }
        write(Deltas.CHANGE, changed);
        write(Deltas.OPEN, opened);
        sql.execute(AccountDeltas.CHANGE, accounts.columns());
    }

    private void write(String statement, Deltas deltas) {
        if (deltas.size() > 0 && sql.execute(statement, deltas.columns()) != deltas.size()) {
            throw new IllegalStateException("not every lot was there to be changed");
        }
    }

    private static Collection<LocalDate> union(Map<LocalDate, Long> before, Lots after) {
        var lots = new LinkedHashSet<>(before.keySet());
        lots.addAll(after.amounts().keySet());
        return lots;
    }

    private void lockInto(Map<AccountKey, Stored.Account> accounts, Set<AccountKey> keys) {
        for (var row : sql.fetch(LOCK, members(keys), assets(keys))) {
            accounts.put(
                    key(row.get(0, UUID.class), row.get(1, String.class)),
                    new Stored.Account(
                            row.get(2, OffsetDateTime.class).toInstant(),
                            row.get(3, OffsetDateTime.class).toInstant(),
                            new TreeMap<>()));
        }
    }

    private static AccountKey key(UUID member, String asset) {
        return new AccountKey(new MemberId(member), Asset.of(asset));
    }

    private static UUID[] members(Collection<AccountKey> keys) {
        return keys.stream().map(key -> key.member().value()).toArray(UUID[]::new);
    }

    private static String[] assets(Collection<AccountKey> keys) {
        return keys.stream().map(key -> key.asset().code()).toArray(String[]::new);
    }
}
