package org.guildhall.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;

/**
 * What the ledger is measured against: the usual way, one transaction for each posting, with prepared statements on the same
 * tables with the same constraints.
 */
final class RivalTransaction implements RivalConnections.Work {

    private final Function<Random, Posting> postings;
    private final Random random = new Random();
    private final Statements statements;
    private final PreparedStatement lock;
    private final PreparedStatement open;
    private final PreparedStatement post;
    private final PreparedStatement lots;
    private final PreparedStatement enter;
    private final PreparedStatement give;
    private final PreparedStatement take;
    private final PreparedStatement change;
    private final PreparedStatement programme;

    RivalTransaction(Connection connection, Function<Random, Posting> postings) throws SQLException {
        this.postings = postings;
        statements = new Statements(connection);
        lock = statements.prepare("select balance from ledger.account where member_id = ? and asset = ? for update");
        open = statements.prepare("insert into ledger.account (member_id, asset) values (?, ?) on conflict do nothing");
        post = statements.prepare(
                "insert into ledger.posting (member_id, posting_id, content_hash, kind, cause_type, cause_id,"
                        + " movements, occurred_at, recorded_at, actor, policy_version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'rival', 1) on conflict do nothing");
        lots = statements.prepare("select expires_on, amount from ledger.lot where member_id = ? and asset = ?"
                + " and expires_on > current_date and amount > 0 order by expires_on");
        enter = statements.prepare(
                "insert into ledger.entry (member_id, occurred_at, posting_id, line, asset, expires_on, contra,"
                        + " amount, about, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        give = statements.prepare(
                "insert into ledger.lot (member_id, asset, expires_on, amount) values (?, ?, ?, ?)"
                        + " on conflict (member_id, asset, expires_on) do update set amount = ledger.lot.amount + excluded.amount");
        take = statements.prepare(
                "update ledger.lot set amount = amount - ? where member_id = ? and asset = ? and expires_on = ?");
        change = statements.prepare("update ledger.account set balance = balance + ?, last_occurred_at = ?"
                + " where member_id = ? and asset = ?");
        programme =
                statements.prepare("insert into ledger.programme_change (change_id, asset, contra, amount, recorded_at)"
                        + " values (?, ?, ?, ?, ?)");
    }

    @Override
    public boolean once() throws SQLException {
        book(postings.apply(random));
        return true;
    }

    /** Books the posting; a spend beyond the balance changes nothing. */
    private void book(Posting posting) throws SQLException {
        var at = Timestamp.from(Instant.now());
        var movement = posting.movements().getFirst();
        var asset = movement.asset().code();
        lockAccount(posting.member().value(), asset);
        boolean booked = insertPosting(posting, movement, at);
        if (booked) {
            booked = switch (movement) {
                case Movement.Grant grant -> grant(posting, grant, at);
                case Movement.Spend spend -> spend(posting, spend, at);
                case Movement.Clawback clawback -> false;
            };
        }
        statements.end(booked);
    }

    private void lockAccount(UUID member, String asset) throws SQLException {
        while (true) {
            Statements.bind(lock, member, asset);
            try (var rows = lock.executeQuery()) {
                if (rows.next()) {
                    return;
                }
            }
            Statements.bind(open, member, asset).executeUpdate();
        }
    }

    private boolean insertPosting(Posting posting, Movement movement, Timestamp at) throws SQLException {
        return Statements.bind(
                                post,
                                posting.member().value(),
                                posting.id(),
                                posting.causeId(),
                                posting.kind(),
                                posting.causeType(),
                                posting.causeId(),
                                movement.toString(),
                                at,
                                at)
                        .executeUpdate()
                == 1;
    }

    private boolean grant(Posting posting, Movement.Grant grant, Timestamp at) throws SQLException {
        var member = posting.member().value();
        Statements.bind(give, member, grant.asset().code(), grant.expiresOn(), grant.amount())
                .executeUpdate();
        enter(posting, at, 0, new Row(grant.expiresOn(), "issued", grant.amount()));
        finish(posting, at, "issued", grant.amount());
        return true;
    }

    private boolean spend(Posting posting, Movement.Spend spend, Timestamp at) throws SQLException {
        var member = posting.member().value();
        var asset = spend.asset().code();
        long left = spend.amount();
        var taken = new ArrayList<Row>();
        Statements.bind(lots, member, asset);
        try (var rows = lots.executeQuery()) {
            while (left > 0 && rows.next()) {
                long amount = Math.min(left, rows.getLong(2));
                taken.add(new Row(rows.getObject(1, LocalDate.class), "redeemed", -amount));
                left -= amount;
            }
        }
        if (left > 0) {
            return false;
        }
        int line = 0;
        for (var row : taken) {
            Statements.bind(take, -row.amount, member, asset, row.lot).executeUpdate();
            enter(posting, at, line++, row);
        }
        finish(posting, at, "redeemed", -spend.amount());
        return true;
    }

    private void enter(Posting posting, Timestamp at, int line, Row row) throws SQLException {
        Statements.bind(
                        enter,
                        posting.member().value(),
                        at,
                        posting.id(),
                        line,
                        posting.movements().getFirst().asset().code(),
                        row.lot,
                        row.contra,
                        row.amount,
                        posting.id(),
                        at)
                .executeUpdate();
    }

    private void finish(Posting posting, Timestamp at, String contra, long amount) throws SQLException {
        var asset = posting.movements().getFirst().asset().code();
        Statements.bind(change, amount, at, posting.member().value(), asset).executeUpdate();
        Statements.bind(programme, UUID.randomUUID(), asset, contra, -amount, at)
                .executeUpdate();
    }

    private record Row(@org.jspecify.annotations.Nullable LocalDate lot, String contra, long amount) {}

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}
