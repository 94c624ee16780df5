package org.guildhall.ledger.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.ledger.booking.Stored.Account;

/** Changes of account rows, written with one statement. */
final class AccountDeltas {

    // Each row is found at its place, which an index or a scan would find more slowly, and changed only if it is the
    // row
    // that was planned on: written by the same transaction. The caller compares how many were.
    static final String CHANGE = """
            with changed as (
              update ledger.account a
              set balance = a.balance + d.balance,
                  last_occurred_at = greatest(a.last_occurred_at, d.last_occurred_at),
                  last_taken_at = greatest(a.last_taken_at, d.last_taken_at)
              from unnest(?::tid[], ?::xid[], ?, ?, ?, ?::timestamptz[], ?::timestamptz[]) with ordinality
                as d (place, version, member_id, asset, balance, last_occurred_at, last_taken_at, number)
              where a.ctid = d.place
                and a.xmin = d.version
                and a.member_id = d.member_id
                and a.asset = d.asset
              returning d.number, a.ctid as place, a.xmin as version
            )
            select array_agg(place::text order by number), max(version::text)
            from changed
            """;

    private final List<String> places = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();
    private final List<UUID> members = new ArrayList<>();
    private final List<String> assets = new ArrayList<>();
    private final List<Long> balances = new ArrayList<>();
    private final List<String> occurred = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    /** Changes a row from what it was; its lots changed by {@code balance} in all. */
    void add(AccountKey key, Account was, long balance, Account after) {
        places.add(was.row().place());
        versions.add(was.row().version());
        members.add(key.member().value());
        assets.add(key.asset().code());
        balances.add(balance);
        occurred.add(after.lastOccurred().toString());
        taken.add(after.lastTaken().toString());
    }

    /** The number of accounts. */
    int size() {
        return members.size();
    }

    /** The values of the statement, one array a column. */
    Object[] columns() {
        return new Object[] {
            places.toArray(String[]::new),
            versions.toArray(String[]::new),
            members.toArray(UUID[]::new),
            assets.toArray(String[]::new),
            balances.toArray(Long[]::new),
            occurred.toArray(String[]::new),
            taken.toArray(String[]::new)
        };
    }
}
