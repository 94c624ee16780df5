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
import org.springframework.dao.OptimisticLockingFailureException;
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

    private static final String CLOSE = """
            delete from ledger.account a
            using unnest(?, ?) as unused (member_id, asset)
            where a.member_id = unused.member_id
              and a.asset = unused.asset
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
        readLots(accounts);
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
     * Writes the accounts of a plan and what it changes in their lots, existing ones and new ones; gives the accounts as they
     * are then. Fails if an account is not as it was planned on.
     */
    Map<AccountKey, Stored.Account> write(Plan plan, Map<AccountKey, Stored.Account> before) {
        var changed = new Deltas();
        var opened = new Deltas();
        var accounts = new AccountDeltas();
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
            accounts.add(key, was, balance, after);
            left.put(key, after);
        }
        write(accounts, left);
        write(Deltas.CHANGE, changed);
        write(Deltas.OPEN, opened);
        return left;
    }

    /** Takes away again those of the locked accounts that nothing was ever booked to: a refusal leaves nothing behind. */
    void close(Map<AccountKey, Stored.Account> locked, Set<AccountKey> written) {
        var unused = locked.entrySet().stream()
                .filter(account -> account.getValue().isUnused() && !written.contains(account.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (!unused.isEmpty()) {
            sql.execute(CLOSE, members(unused), assets(unused));
        }
    }

    /** Writes the rows and notes where each is now, and its version. */
    private void write(AccountDeltas accounts, Map<AccountKey, Stored.Account> left) {
        var written = sql.fetchSingle(AccountDeltas.CHANGE, accounts.columns());
        var numbers = written.get(0, Long[].class);
        var places = written.get(1, String[].class);
        if (numbers == null || places == null || numbers.length != accounts.size()) {
            throw new OptimisticLockingFailureException("an account is not as it was remembered");
        }
        var version = written.get(2, String.class);
        var inOrder = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            inOrder[Math.toIntExact(numbers[i]) - 1] = places[i];
        }
        int number = 0;
        for (var account : left.entrySet()) {
            account.setValue(account.getValue().at(new Stored.Row(inOrder[number++], version)));
        }
    }

    private void write(String statement, Deltas deltas) {
        if (deltas.size() > 0 && sql.execute(statement, deltas.columns()) != deltas.size()) {
            throw new IllegalStateException("not every lot was there to be changed");
        }
    }

    private void lockInto(Map<AccountKey, Stored.Account> accounts, Set<AccountKey> keys) {
        for (var row : sql.fetch(LOCK, members(keys), assets(keys))) {
            accounts.put(
                    key(row.get(0, UUID.class), row.get(1, String.class)),
                    new Stored.Account(
                            new Stored.Row(row.get(4, String.class), row.get(5, String.class)),
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
