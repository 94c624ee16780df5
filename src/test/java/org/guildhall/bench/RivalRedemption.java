package org.guildhall.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;

/**
 * What redeeming is measured against: one transaction for each redemption, prepared statements on the same tables with the
 * same constraints, the wanted stock row touched last.
 */
final class RivalRedemption implements RivalConnections.Work {

    private final RedeemGround.Ground ground;
    private final Random random = new Random();
    private final Statements statements;
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

    RivalRedemption(Connection connection, RedeemGround.Ground ground) throws SQLException {
        this.ground = ground;
        statements = new Statements(connection);
        price = statements.prepare("select points from mall.reward where reward_id = ? and state = 'on-sale'");
        lock = statements.prepare(
                "select balance from ledger.account where member_id = ? and asset = 'points' for update");
        day = statements.prepare(
                "select coalesce(max(day_number), 0) + 1 from mall.redemption where member_id = ? and placed_on = ?");
        lots = statements.prepare("select expires_on, amount from ledger.lot where member_id = ? and asset = 'points'"
                + " and expires_on > current_date and amount > 0 order by expires_on");
        post = statements.prepare(
                "insert into ledger.posting (member_id, posting_id, content_hash, kind, cause_type, cause_id,"
                        + " movements, occurred_at, recorded_at, actor, policy_version)"
                        + " values (?, ?, ?, 'hold', 'mall.redemption', ?, 'spend points', ?, ?, 'rival', 0)");
        enter = statements.prepare(
                "insert into ledger.entry (member_id, occurred_at, posting_id, line, asset, expires_on, contra,"
                        + " amount, about, recorded_at) values (?, ?, ?, ?, 'points', ?, 'held', ?, ?, ?)");
        take = statements.prepare("update ledger.lot set amount = amount - ? where member_id = ? and asset = 'points'"
                + " and expires_on = ?");
        change = statements.prepare(
                "update ledger.account set balance = balance - ?, held = held + ?, last_occurred_at = ?,"
                        + " last_taken_at = ? where member_id = ? and asset = 'points'");
        programme =
                statements.prepare("insert into ledger.programme_change (change_id, asset, contra, amount, recorded_at)"
                        + " values (?, 'points', 'held', ?, ?)");
        hold = statements.prepare(
                "insert into ledger.hold (member_id, hold_id, asset, amount, state, placed_at, times_out_at)"
                        + " values (?, ?, 'points', ?, 'open', ?, ?)");
        order = statements.prepare(
                "insert into mall.redemption (member_id, order_id, reward_id, quantity, unit_points, points, state,"
                        + " hold_id, code_hash, content_hash, policy_version, placed_on, day_number, placed_at, placed_by,"
                        + " pick_up_by) values (?, ?, ?, 1, ?, ?, 'waiting', ?, ?, ?, 1, ?, ?, ?, 'rival', ?)");
        stock = statements.prepare("update mall.stock set available = available - 1, held = held + 1"
                + " where reward_id = ? and available >= 1");
        moved = statements.prepare(
                "insert into mall.stock_movement (reward_id, movement_id, kind, quantity, order_id, actor,"
                        + " recorded_at) values (?, ?, 'held', 1, ?, 'rival', ?)");
        audit = statements.prepare(
                "insert into access.audit (at, actor, actor_name, act, subject_kind, subject_id, member_id, facts)"
                        + " values (?, 'rival', 'rival', 'mall.redeemed', 'redemption', ?, ?, '{\"quantity\": 1}'::jsonb)");
    }

    @Override
    public boolean once() throws SQLException {
        var members = ground.members();
        var member = members.get(random.nextInt(members.size())).value();
        return redeem(member, RedeemGround.pick(random, ground.rewards()));
    }

    /** Redeems one piece; false if points or pieces did not suffice and nothing changed. */
    private boolean redeem(UUID member, UUID reward) throws SQLException {
        var order = UUID.randomUUID();
        var at = Timestamp.from(Instant.now());
        long points = number(price, reward);
        number(lock, member);
        boolean done = spend(member, order, points, at) && place(new Placed(member, order, reward, points), at);
        statements.end(done);
        return done;
    }

    private boolean spend(UUID member, UUID hold, long points, Timestamp at) throws SQLException {
        Statements.bind(post, member, hold, hold, hold, at, at).executeUpdate();
        long left = points;
        var taken = new ArrayList<Object[]>();
        Statements.bind(lots, member);
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
            Statements.bind(take, amount, member, part[0]).executeUpdate();
            Statements.bind(enter, member, at, hold, line++, part[0], -amount, hold, at)
                    .executeUpdate();
        }
        Statements.bind(change, points, points, at, at, member).executeUpdate();
        Statements.bind(programme, UUID.randomUUID(), points, at).executeUpdate();
        return left == 0;
    }

    private record Placed(UUID member, UUID order, UUID reward, long points) {}

    private boolean place(Placed placed, Timestamp at) throws SQLException {
        var today = LocalDate.now(Clock.systemUTC());
        var until = Timestamp.from(at.toInstant().plusSeconds(700_000));
        var member = placed.member;
        var id = placed.order;
        int number = (int) number(day, member, today);
        Statements.bind(hold, member, id, placed.points, at, until).executeUpdate();
        Statements.bind(audit, at, id.toString(), member).executeUpdate();
        // The reference of an order to its stock takes a lock that many share; the row itself is changed last.
        Statements.bind(
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
        Statements.bind(moved, placed.reward, UUID.randomUUID(), id, at).executeUpdate();
        return Statements.bind(stock, placed.reward).executeUpdate() == 1;
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
