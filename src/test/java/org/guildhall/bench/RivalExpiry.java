package org.guildhall.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What expiry is measured against: one transaction for each lot, prepared statements on the same tables with the same
 * constraints. Finding the lots is not in its time.
 */
final class RivalExpiry implements RivalConnections.Work {

    private final Due due;
    private final Statements statements;
    private final PreparedStatement lock;
    private final PreparedStatement delete;
    private final PreparedStatement post;
    private final PreparedStatement enter;
    private final PreparedStatement change;
    private final PreparedStatement programme;

    /** The lots that are due, and the next to be taken. */
    record Due(PGSimpleDataSource database, List<Lot> lots, AtomicInteger next) {}

    /** A lot. */
    record Lot(UUID member, LocalDate expiresOn) {}

    RivalExpiry(Connection connection, Due due) throws SQLException {
        this.due = due;
        statements = new Statements(connection);
        lock = statements.prepare(
                "select balance from ledger.account where member_id = ? and asset = 'points' for update");
        delete = statements.prepare("delete from ledger.lot where member_id = ? and asset = 'points' and expires_on = ?"
                + " returning amount");
        post = statements.prepare(
                "insert into ledger.posting (member_id, posting_id, content_hash, kind, cause_type, cause_id,"
                        + " movements, occurred_at, recorded_at, actor, policy_version)"
                        + " values (?, ?, ?, 'expiry', 'rival', ?, 'lapse points', ?, ?, 'rival', 0)");
        enter = statements.prepare(
                "insert into ledger.entry (member_id, occurred_at, posting_id, line, asset, expires_on, contra,"
                        + " amount, about, recorded_at) values (?, ?, ?, 0, 'points', ?, 'expired', ?, ?, ?)");
        change = statements.prepare("update ledger.account set balance = balance - ?, last_occurred_at = ?,"
                + " last_taken_at = ? where member_id = ? and asset = 'points'");
        programme =
                statements.prepare("insert into ledger.programme_change (change_id, asset, contra, amount, recorded_at)"
                        + " values (?, 'points', 'expired', ?, ?)");
    }

    static Due due(PGSimpleDataSource database) throws SQLException {
        var lots = new ArrayList<Lot>();
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select member_id, expires_on from ledger.lot where expires_on <= date '"
                                + ExpiryBench.today() + "' and amount > 0 order by member_id, expires_on")) {
            while (rows.next()) {
                lots.add(new Lot(rows.getObject(1, UUID.class), rows.getObject(2, LocalDate.class)));
            }
        }
        return new Due(database, lots, new AtomicInteger());
    }

    @Override
    public boolean once() throws SQLException {
        int number = due.next.getAndIncrement();
        if (number >= due.lots.size()) {
            return false;
        }
        var lot = due.lots.get(number);
        var at = Timestamp.from(Instant.now());
        Statements.bind(lock, lot.member).execute();
        long amount = 0;
        Statements.bind(delete, lot.member, lot.expiresOn);
        try (var rows = delete.executeQuery()) {
            if (rows.next()) {
                amount = rows.getLong(1);
            }
        }
        var posting = UUID.randomUUID();
        Statements.bind(post, lot.member, posting, posting, posting, at, at).executeUpdate();
        Statements.bind(enter, lot.member, at, posting, lot.expiresOn, -amount, posting, at)
                .executeUpdate();
        Statements.bind(change, amount, at, at, lot.member).executeUpdate();
        Statements.bind(programme, UUID.randomUUID(), amount, at).executeUpdate();
        statements.end(true);
        return true;
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}
