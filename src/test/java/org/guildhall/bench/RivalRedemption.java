package org.guildhall.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Redeems one piece in one transaction, statement by statement, every statement prepared once. */
final class RivalRedemption implements AutoCloseable {

    private final Connection connection;
    private final List<PreparedStatement> all = new ArrayList<>();
    private final PreparedStatement price;
    private final PreparedStatement lock;
    private final PreparedStatement day;
    private final PreparedStatement lots;
    private final PreparedStatement post;
    private final PreparedStatement enter;
    private final PreparedStatement take;
    private final PreparedStatement change;
    private final PreparedStatement programme;
    private final PreparedStatement hold;
    private final PreparedStatement order;
    private final PreparedStatement stock;
    private final PreparedStatement moved;
    private final PreparedStatement audit;

    RivalRedemption(Connection connection) throws SQLException {
        this.connection = connection;
        price = prepare("select points from mall.reward where reward_id = ? and state = 'on-sale'");
        lock = prepare("select balance from ledger.account where member_id = ? and asset = 'points' for update");
        day = prepare(
                "select coalesce(max(day_number), 0) + 1 from mall.redemption where member_id = ? and placed_on = ?");
        lots = prepare("select expires_on, amount from ledger.lot where member_id = ? and asset = 'points'"
                + " and expires_on > current_date and amount > 0 order by expires_on");
        post = prepare("insert into ledger.posting (member_id, posting_id, content_hash, kind, cause_type, cause_id,"
                + " movements, occurred_at, recorded_at, actor, policy_version)"
                + " values (?, ?, ?, 'hold', 'mall.redemption', ?, 'spend points', ?, ?, 'rival', 0)");
        enter = prepare("insert into ledger.entry (member_id, occurred_at, posting_id, line, asset, expires_on, contra,"
                + " amount, about, recorded_at) values (?, ?, ?, ?, 'points', ?, 'held', ?, ?, ?)");
        take = prepare("update ledger.lot set amount = amount - ? where member_id = ? and asset = 'points'"
                + " and expires_on = ?");
        change = prepare("update ledger.account set balance = balance - ?, held = held + ?, last_occurred_at = ?,"
                + " last_taken_at = ? where member_id = ? and asset = 'points'");
        programme = prepare("insert into ledger.programme_change (change_id, asset, contra, amount, recorded_at)"
                + " values (?, 'points', 'held', ?, ?)");
        hold = prepare("insert into ledger.hold (member_id, hold_id, asset, amount, state, placed_at, times_out_at)"
                + " values (?, ?, 'points', ?, 'open', ?, ?)");
        order = prepare(
                "insert into mall.redemption (member_id, order_id, reward_id, quantity, unit_points, points, state,"
                        + " hold_id, code_hash, content_hash, policy_version, placed_on, day_number, placed_at, placed_by,"
                        + " pick_up_by) values (?, ?, ?, 1, ?, ?, 'waiting', ?, ?, ?, 1, ?, ?, ?, 'rival', ?)");
        stock = prepare("update mall.stock set available = available - 1, held = held + 1"
                + " where reward_id = ? and available >= 1");
        moved = prepare("insert into mall.stock_movement (reward_id, movement_id, kind, quantity, order_id, actor,"
                + " recorded_at) values (?, ?, 'held', 1, ?, 'rival', ?)");
        audit = prepare(
                "insert into access.audit (at, actor, actor_name, act, subject_kind, subject_id, member_id, facts)"
                        + " values (?, 'rival', 'rival', 'mall.redeemed', 'redemption', ?, ?, '{\"quantity\": 1}'::jsonb)");
    }

    /** Redeems one piece; false if points or pieces did not suffice and nothing changed. */
    boolean redeem(UUID member, UUID reward) throws SQLException {
        var order = UUID.randomUUID();
        var at = Timestamp.from(Instant.now());
        long points = number(price, reward);
        number(lock, member);
        boolean done = spend(member, order, points, at) && place(new Placed(member, order, reward, points), at);
        if (done) {
            connection.commit();
        } else {
            connection.rollback();
        }
        return done;
    }

    private boolean spend(UUID member, UUID hold, long points, Timestamp at) throws SQLException {
        bind(post, member, hold, hold, hold, at, at).executeUpdate();
        long left = points;
        var taken = new ArrayList<Object[]>();
        bind(lots, member);
        try (var rows = lots.executeQuery()) {
            while (left > 0 && rows.next()) {
                long amount = Math.min(left, rows.getLong(2));
                taken.add(new Object[] {rows.getObject(1, LocalDate.class), amount});
                left -= amount;
            }
        }
        int line = 0;
        for (var part : taken) {
            long amount = (long) part[1];
            bind(take, amount, member, part[0]).executeUpdate();
            bind(enter, member, at, hold, line++, part[0], -amount, hold, at).executeUpdate();
        }
        bind(change, points, points, at, at, member).executeUpdate();
        bind(programme, UUID.randomUUID(), points, at).executeUpdate();
        return left == 0;
    }

    private record Placed(UUID member, UUID order, UUID reward, long points) {}

    private boolean place(Placed placed, Timestamp at) throws SQLException {
        var today = LocalDate.now(Clock.systemUTC());
        var until = Timestamp.from(at.toInstant().plusSeconds(700_000));
        var member = placed.member;
        var id = placed.order;
        int number = (int) number(day, member, today);
        bind(hold, member, id, placed.points, at, until).executeUpdate();
        bind(audit, at, id.toString(), member).executeUpdate();
        // The reference of an order to its stock takes a lock that many share; the row itself is changed last.
        bind(
                        order,
                        member,
                        id,
                        placed.reward,
                        placed.points,
                        placed.points,
                        id,
                        UUID.randomUUID(),
                        id,
                        today,
                        number,
                        at,
                        until)
                .executeUpdate();
        bind(moved, placed.reward, UUID.randomUUID(), id, at).executeUpdate();
        return bind(stock, placed.reward).executeUpdate() == 1;
    }

    private static long number(PreparedStatement statement, Object... values) throws SQLException {
        try (var rows = bind(statement, values).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        all.add(statement);
        return statement;
    }

    private static PreparedStatement bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (var statement : all) {
            statement.close();
        }
    }
}
