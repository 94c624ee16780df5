package org.guildhall.ledger.booking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Changes of account rows, written with one statement. */
final class AccountDeltas {

    // The rows exist and are locked; "on conflict" finds each by its key, where an update from a list may scan the
    // table.
    static final String CHANGE = """
            insert into ledger.account as a (member_id, asset, balance, last_occurred_at, last_taken_at)
            select member_id, asset, balance, last_occurred_at, last_taken_at
            from unnest(?, ?, ?, ?::timestamptz[], ?::timestamptz[])
              as d (member_id, asset, balance, last_occurred_at, last_taken_at)
            on conflict (member_id, asset) do update
            set balance = a.balance + excluded.balance,
                last_occurred_at = greatest(a.last_occurred_at, excluded.last_occurred_at),
                last_taken_at = greatest(a.last_taken_at, excluded.last_taken_at)
            """;

    private static final Instant NEVER =
            OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

    private final List<UUID> members = new ArrayList<>();
    private final List<String> assets = new ArrayList<>();
    private final List<Long> balances = new ArrayList<>();
    private final List<String> occurred = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    void add(AccountKey key, long balance, Instant lastOccurred, Instant lastTaken) {
        members.add(key.member().value());
        assets.add(key.asset().code());
        balances.add(balance);
        occurred.add(text(lastOccurred));
        taken.add(text(lastTaken));
    }

    /** The values of the statement, one array a column. */
    Object[] columns() {
        return new Object[] {
            members.toArray(UUID[]::new),
            assets.toArray(String[]::new),
            balances.toArray(Long[]::new),
            occurred.toArray(String[]::new),
            taken.toArray(String[]::new)
        };
    }

    private static String text(Instant instant) {
        return (instant.isBefore(NEVER) ? NEVER : instant).toString();
    }
}
