package org.guildhall.ledger.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.ledger.booking.Stored.Account;
import org.guildhall.ledger.booking.Stored.Row;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;
import org.springframework.dao.OptimisticLockingFailureException;

/** Changes of account rows, written with one statement. */
final class AccountDeltas {

    // Each row is found at its place, which an index or a scan would find more slowly, and changed only if it is the
    // row that was planned on: written by the same transaction and of the same account, since a table that is written
    // anew (vacuum full, cluster) gives the rows of one transaction one another's places. Instants travel as
    // microseconds, which are read several times faster than text.
    private static final FixedStatement CHANGE = FixedStatement.of("""
            with changed as (
              update ledger.account a
              set balance = a.balance + d.balance,
                  last_occurred_at = 'epoch'::timestamptz + d.occurred * interval '1 microsecond',
                  last_taken_at = 'epoch'::timestamptz + d.taken * interval '1 microsecond'
              from unnest(?::tid[], ?::xid[], ?, ?, ?, ?, ?) with ordinality
                as d (place, version, member_id, asset, balance, occurred, taken, number)
              where a.ctid = d.place
                and a.xmin = d.version
                and a.member_id = d.member_id
                and a.asset = d.asset
              returning d.number, a.ctid as place, a.xmin as version
            )
            select array_agg(number), array_agg(place::text), max(version::text)
            from changed
            """);

    private final List<String> places = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();
    private final List<UUID> members = new ArrayList<>();
    private final List<String> assets = new ArrayList<>();
    private final List<Long> balances = new ArrayList<>();
    private final List<Long> occurred = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();

    /** Changes a row from what it was; its lots changed by {@code balance} in all. */
    void add(AccountKey key, Account was, long balance, Account after) {
        places.add(was.row().place());
        versions.add(was.row().version());
        members.add(key.member().value());
        assets.add(key.asset().code());
        balances.add(balance);
        occurred.add(micros(after.lastOccurred()));
        taken.add(micros(after.lastTaken()));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The number of accounts. */
    int size() {
        return places.size();
    }

    /** Writes them and gives where each row is now, in the order in which they were added; fails unless all are as they were. */
    List<Row> write(DSLContext sql) {
        var written = CHANGE.single(
                sql,
                Written::of,
                places.toArray(String[]::new),
                versions.toArray(String[]::new),
                members.toArray(UUID[]::new),
                assets.toArray(String[]::new),
                balances.toArray(Long[]::new),
                occurred.toArray(Long[]::new),
                taken.toArray(Long[]::new));
        if (written.numbers.length != size()) {
            throw new OptimisticLockingFailureException("an account is not as it was remembered");
        }
        var rows = new Row[size()];
        for (int i = 0; i < rows.length; i++) {
            rows[Math.toIntExact(written.numbers[i]) - 1] = new Row(written.places[i], written.version);
        }
        return List.of(rows);
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, where it is made
    private record Written(Long[] numbers, String[] places, String version) {

        private static final Written NOTHING = new Written(new Long[0], new String[0], "");

        static Written of(ResultSet row) throws SQLException {
            var numbers = row.getArray(1);
            return numbers == null
                    ? NOTHING
                    : new Written(
                            (Long[]) numbers.getArray(),
                            (String[]) row.getArray(2).getArray(),
                            row.getString(3));
        }
    }
}
