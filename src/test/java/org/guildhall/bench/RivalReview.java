package org.guildhall.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What reviewing tiers is measured against: one transaction of prepared statements for each member, which sums the purchases of
 * the window instead of replaying the member and knows one rule only: silver from 1 000 in twelve months. Finding who is due is
 * not in its time.
 */
final class RivalReview implements RivalConnections.Work {

    private static final UUID RUN = UUID.randomUUID();

    private final Due due;
    private final LocalDate today = ExpiryBench.today();
    private final Statements statements;
    private final PreparedStatement lock;
    private final PreparedStatement sum;
    private final PreparedStatement change;
    private final PreparedStatement step;
    private final PreparedStatement note;

    /** Members who are due, and the next to be reviewed. */
    record Due(PGSimpleDataSource database, List<UUID> members, AtomicInteger next) {}

    RivalReview(Connection connection, Due due) throws SQLException {
        this.due = due;
        statements = new Statements(connection);
        lock = statements.prepare("select steps from loyalty.standing where member_id = ? for update");
        sum = statements.prepare("select coalesce(sum(total_minor), 0) / 100 from loyalty.purchase p"
                + " where member_id = ? and occurred_at >= ? and not exists (select 1 from loyalty.voiding v"
                + " where v.member_id = p.member_id and v.fact_id = p.purchase_id)");
        change = statements.prepare("update loyalty.standing set tier = ?, since = ?, keep_until = ?, due_on = ?,"
                + " steps = steps + 1, revision = revision + 1 where member_id = ?");
        step = statements.prepare("insert into loyalty.tier_change (member_id, seq, effective_at, from_tier, to_tier,"
                + " reason, policy_version, recorded_at) values (?, ?, ?, 'silver', ?, ?, 0, ?)");
        note = statements.prepare("insert into loyalty.run_member (run_id, member_id, due_on, reviewed_on,"
                + " tier_before, tier_after, due_after) values (?, ?, ?, ?, 'silver', ?, ?)");
    }

    static Due due(PGSimpleDataSource database) throws SQLException {
        var members = new ArrayList<UUID>();
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select member_id from loyalty.standing where due_on is not null order by 1")) {
            while (rows.next()) {
                members.add(rows.getObject(1, UUID.class));
            }
        }
        return new Due(database, members, new AtomicInteger());
    }

    @Override
    public boolean once() throws SQLException {
        int number = due.next.getAndIncrement();
        if (number >= due.members.size()) {
            return false;
        }
        var member = due.members.get(number);
        var at = Timestamp.from(Instant.now());
        long steps = number(lock, member);
        var window =
                Timestamp.from(today.minusMonths(12).plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(8)));
        boolean kept = number(sum, member, window) >= 1_000;
        var tier = kept ? "silver" : "regular";
        var next = kept ? today.plusYears(1) : null;
        Statements.bind(change, tier, today, next == null ? null : next.minusDays(1), next, member)
                .executeUpdate();
        Statements.bind(step, member, (int) steps + 1, at, tier, kept ? "review-kept" : "review-down", at)
                .executeUpdate();
        Statements.bind(note, RUN, member, today, today, tier, next).executeUpdate();
        statements.end(true);
        return true;
    }

    private static long number(PreparedStatement statement, Object... values) throws SQLException {
        try (var rows = Statements.bind(statement, values).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}
