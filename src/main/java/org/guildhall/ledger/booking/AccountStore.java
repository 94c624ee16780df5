package org.guildhall.ledger.booking;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Locks accounts in a fixed order and reads what is needed to plan. */
@Component
class AccountStore {

    // The subquery keeps the planner to one index probe an account, in the order of the keys, however small the table.
    private static final String LOCK = """
            select a.member_id, a.asset, a.last_occurred_at, a.last_taken_at, a.ctid::text, a.xmin::text
            from (
              select member_id, asset
              from unnest(?, ?) as wanted (member_id, asset)
              order by member_id, asset
            ) wanted
            cross join lateral (
              select member_id, asset, last_occurred_at, last_taken_at, ctid, xmin
              from ledger.account
              where member_id = wanted.member_id
                and asset = wanted.asset
              for update
            ) a
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
    private final RememberedAccounts remembered;

    AccountStore(DSLContext sql, RememberedAccounts remembered) {
        this.sql = sql;
        this.remembered = remembered;
    }

    /** The accounts as this process left them; those it does not remember are locked and read. */
    Map<AccountKey, Stored.Account> recall(Set<AccountKey> keys) {
        var accounts = new HashMap<AccountKey, Stored.Account>();
        var unknown = new LinkedHashSet<AccountKey>();
        for (var key : keys) {
            var account = remembered.find(key);
            if (account == null) {
                unknown.add(key);
            } else {
                accounts.put(key, account);
            }
        }
        if (!unknown.isEmpty()) {
            accounts.putAll(lock(unknown));
        }
        return accounts;
    }

    /** Locks the accounts that have a row and reads their lots; the others are given as unopened ones. */
    Map<AccountKey, Stored.Account> lock(Set<AccountKey> keys) {
        var accounts = read(LOCK, keys);
        readLots(accounts);
        keys.forEach(key -> accounts.putIfAbsent(key, Stored.Account.UNOPENED));
        return accounts;
    }

    /** Fills in the lots: from memory for rows that are as this process left them, else from the database. */
    private void readLots(Map<AccountKey, Stored.Account> accounts) {
        var unknown = new LinkedHashSet<AccountKey>();
        accounts.replaceAll((key, account) -> {
            var left = remembered.find(key);
            if (left != null && left.row().equals(account.row())) {
                return left;
            }
            unknown.add(key);
            return account;
        });
        if (unknown.isEmpty()) {
            return;
        }
        for (var row : sql.fetch(LOTS, members(unknown), assets(unknown))) {
            var account = accounts.get(key(row.get(0, UUID.class), row.get(1, String.class)));
            if (account != null) {
                account.lots().put(LotDates.lot(row.get(2, String.class)), row.get(3, Long.class));
            }
        }
    }

    /** The assets there are, and whether a member may owe them. */
    Map<Asset, Boolean> assets() {
        var assets = new HashMap<Asset, Boolean>();
        for (var row : sql.fetch("select asset, may_owe from ledger.asset")) {
            assets.put(Asset.of(row.get(0, String.class)), row.get(1, Boolean.class));
        }
        return Map.copyOf(assets);
    }

    /**
     * Writes the accounts of a plan and what it changes in their lots, existing ones and new ones; gives the accounts that
     * had a row as they are then. Nothing, and nothing is written, if somebody else opened one of the accounts meanwhile;
     * fails if an account that has a row is not as it was planned on.
     */
    @Nullable
    Map<AccountKey, Stored.Account> write(Plan plan, Map<AccountKey, Stored.Account> before) {
        var changed = new Deltas();
        var opened = new Deltas();
        var accounts = new AccountDeltas();
        var newcomers = new Newcomers();
        var left = new LinkedHashMap<AccountKey, Stored.Account>();
        for (var key : plan.touched().stream().sorted(AccountKey.ORDER).toList()) {
            var was = before.get(key);
            if (was == null) {
                throw new IllegalStateException("account not locked");
            }
            var after = was.after(plan.after(key));
            if (after.isUnused()) {
                continue;
            }
            long balance = 0;
            for (var lot : after.lots().entrySet()) {
                var there = was.lots().get(lot.getKey());
                long delta = lot.getValue() - (there == null ? 0 : there);
                if (delta != 0) {
                    (there == null ? opened : changed).add(key, lot.getKey(), delta);
                    balance += delta;
                }
            }
            if (was.isOpen()) {
                accounts.add(key, was, balance, after);
                left.put(key, after);
            } else {
                newcomers.add(key, balance, after);
            }
        }
        if (!newcomers.open(sql)) {
            return null;
        }
        if (accounts.size() > 0) {
            var rows = accounts.write(sql).iterator();
            left.replaceAll((key, account) -> account.at(rows.next()));
        }
        changed.change(sql);
        opened.open(sql);
        return left;
    }

    private Map<AccountKey, Stored.Account> read(String statement, Set<AccountKey> keys) {
        var accounts = new HashMap<AccountKey, Stored.Account>();
        for (var row : sql.fetch(statement, members(keys), assets(keys))) {
            accounts.put(
                    key(row.get(0, UUID.class), row.get(1, String.class)),
                    new Stored.Account(
                            new Stored.Row(row.get(4, String.class), row.get(5, String.class)),
                            row.get(2, OffsetDateTime.class).toInstant(),
                            row.get(3, OffsetDateTime.class).toInstant(),
                            new TreeMap<>()));
        }
        return accounts;
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
