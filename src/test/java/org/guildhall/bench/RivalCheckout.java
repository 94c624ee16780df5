package org.guildhall.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.guildhall.kernel.MemberId;

/**
 * What a checkout is measured against: one transaction for each, prepared statements on the same tables with the same
 * constraints and the fewest statements that leave the same facts: what the buyer has is read, the sale is priced by a fixed
 * rule (a hundred points one yuan, a point earned for each yuan), every second buyer redeems points.
 */
final class RivalCheckout implements RivalConnections.Work {

    private final List<MemberId> members;
    private final UUID store;
    private final Random random = new Random();
    private final Statements statements;
    private final PreparedStatement lock;
    private final PreparedStatement lot;
    private final PreparedStatement posting;
    private final PreparedStatement entry;
    private final PreparedStatement lots;
    private final PreparedStatement taken;
    private final PreparedStatement account;
    private final PreparedStatement programme;
    private final PreparedStatement purchase;
    private final PreparedStatement standing;
    private final PreparedStatement sale;
    private final PreparedStatement line;
    private final PreparedStatement payment;
    private final PreparedStatement audit;

    RivalCheckout(Connection connection, List<MemberId> members, UUID store) throws SQLException {
        this.members = members;
        this.store = store;
        statements = new Statements(connection);
        lock = statements.prepare(
                "select balance from ledger.account where member_id = ? and asset = 'points' for update");
        lot = statements.prepare("select expires_on from ledger.lot where member_id = ? and asset = 'points'"
                + " and expires_on > current_date and amount >= ? order by expires_on limit 1");
        posting = statements.prepare(
                "insert into ledger.posting (member_id, posting_id, content_hash, kind, cause_type, cause_id, movements,"
                        + " occurred_at, recorded_at, actor, policy_version)"
                        + " values (?, ?, ?, ?, 'checkout.checkout', ?, ?, ?, ?, 'rival', 1)");
        entry = statements.prepare(
                "insert into ledger.entry (member_id, occurred_at, posting_id, line, asset, expires_on, contra, amount,"
                        + " about, recorded_at) values (?, ?, ?, 0, 'points', ?, ?, ?, ?, ?)");
        lots = statements.prepare(
                "insert into ledger.lot as l (member_id, asset, expires_on, amount) values (?, 'points', ?, ?)"
                        + " on conflict (member_id, asset, expires_on) do update set amount = l.amount + excluded.amount");
        // A lot that would hold less than nothing is refused before the conflict is seen, so taking is not an insert.
        taken = statements.prepare("update ledger.lot set amount = amount + ?"
                + " where member_id = ? and asset = 'points' and expires_on = ?");
        account = statements.prepare("update ledger.account set balance = balance + ?, last_occurred_at = ?,"
                + " last_taken_at = ? where member_id = ? and asset = 'points'");
        programme =
                statements.prepare("insert into ledger.programme_change (change_id, asset, contra, amount, recorded_at)"
                        + " values (?, 'points', ?, ?, ?)");
        purchase = statements.prepare(
                "insert into loyalty.purchase (member_id, purchase_id, source, number, occurred_at, store_id, total_minor,"
                        + " currency, content_hash, recorded_at, line_products, line_categories, line_quantities_milli,"
                        + " line_amounts_minor) values (?, ?, 'rival', ?, ?, ?, ?, 'CNY', ?, ?, '{tea,cup}', '{tea,cup}',"
                        + " '{1000,1000}', array[?, ?]::bigint[])");
        standing = statements.prepare(
                "insert into loyalty.standing as s (member_id, tier, since, growth, spend_minor, visits, last_purchase_at,"
                        + " revision, steps) values (?, 'basic', current_date, ?, ?, 1, ?, 1, 0) on conflict (member_id) do"
                        + " update set growth = s.growth + excluded.growth, spend_minor = s.spend_minor + excluded.spend_minor,"
                        + " visits = s.visits + 1, last_purchase_at = excluded.last_purchase_at, revision = s.revision + 1");
        sale = statements.prepare(
                "insert into checkout.sale (checkout_id, number, member_id, store_id, currency, list_amount, discount, points,"
                        + " points_amount, stored, tendered, points_posting, purchase_id, points_earned, inputs,"
                        + " policy_version, content_hash, occurred_on, occurred_at, recorded_at, actor)"
                        + " values (?, ?, ?, ?, 'CNY', ?, 0, ?, ?, 0, ?, ?, ?, ?, '{}'::jsonb, 1, ?, current_date, ?, ?, 'rival')");
        line = statements.prepare(
                "insert into checkout.line (checkout_id, line_number, product, category, quantity, list_amount, discount,"
                        + " points_amount, paid) values (?, 1, 'tea', 'tea', 1000, ?, 0, ?, ?),"
                        + " (?, 2, 'cup', 'cup', 1000, ?, 0, 0, ?)");
        payment = statements.prepare(
                "insert into checkout.payment (payment_id, checkout_id, place, method, amount, store_id, occurred_on,"
                        + " occurred_at, actor) values (?, ?, 1, 'cash', ?, ?, current_date, ?, 'rival')");
        audit = statements.prepare(
                "insert into access.audit (at, actor, actor_name, act, subject_kind, subject_id, member_id, unit_id, facts)"
                        + " values (?, 'rival', 'rival', 'checkout.sold', 'checkout', ?, ?, ?, '{\"points\": 1}'::jsonb)");
    }

    /** A basket of two lines, and the points that pay for a part of the first. */
    private record Bought(UUID id, UUID member, Timestamp at, long first, long second, long points) {

        long worth() {
            return points;
        }

        long due() {
            return first + second - worth();
        }
    }

    @Override
    public boolean once() throws SQLException {
        var member = members.get(random.nextInt(members.size())).value();
        var bought = new Bought(
                UUID.randomUUID(),
                member,
                Timestamp.from(Instant.now()),
                random.nextInt(2_000, 20_000),
                random.nextInt(2_000, 20_000),
                random.nextBoolean() ? CheckoutBench.POINTS : 0);
        Statements.bind(lock, member).executeQuery().close();
        var spent = spend(bought);
        sell(bought, spent, earn(bought));
        statements.end(true);
        return true;
    }

    private UUID spend(Bought bought) throws SQLException {
        var id = UUID.randomUUID();
        if (bought.points == 0) {
            return id;
        }
        LocalDate from;
        try (var rows = Statements.bind(lot, bought.member, bought.points).executeQuery()) {
            rows.next();
            from = rows.getObject(1, LocalDate.class);
        }
        post(bought, id, "redemption", "redeemed", from, -bought.points);
        return id;
    }

    private long earn(Bought bought) throws SQLException {
        long earned = bought.due() / 100;
        var expires = LocalDate.now(Clock.systemUTC()).plusYears(2);
        post(bought, UUID.randomUUID(), "purchase", "issued", expires, earned);
        Statements.bind(account, earned - bought.points, bought.at, bought.at, bought.member)
                .executeUpdate();
        Statements.bind(standing, bought.member, earned, bought.due(), bought.at)
                .executeUpdate();
        return earned;
    }

    private void post(Bought bought, UUID id, String kind, String contra, LocalDate expires, long amount)
            throws SQLException {
        var at = bought.at;
        Statements.bind(posting, bought.member, id, id, kind, bought.id, kind, at, at)
                .executeUpdate();
        Statements.bind(entry, bought.member, at, id, expires, contra, amount, id, at)
                .executeUpdate();
        if (amount < 0) {
            Statements.bind(taken, amount, bought.member, expires).executeUpdate();
        } else {
            Statements.bind(lots, bought.member, expires, amount).executeUpdate();
        }
        Statements.bind(programme, UUID.randomUUID(), contra, -amount, at).executeUpdate();
    }

    private void sell(Bought bought, UUID spent, long earned) throws SQLException {
        var id = bought.id;
        var at = bought.at;
        long worth = bought.worth();
        Statements.bind(
                        purchase,
                        bought.member,
                        id,
                        id.toString(),
                        at,
                        store,
                        bought.due(),
                        id,
                        at,
                        bought.first - worth,
                        bought.second)
                .executeUpdate();
        Statements.bind(
                        sale,
                        id,
                        id.toString(),
                        bought.member,
                        store,
                        bought.first + bought.second,
                        bought.points,
                        worth,
                        bought.due(),
                        bought.points == 0 ? null : spent,
                        id,
                        earned,
                        id,
                        at,
                        at)
                .executeUpdate();
        Statements.bind(line, id, bought.first, worth, bought.first - worth, id, bought.second, bought.second)
                .executeUpdate();
        Statements.bind(payment, UUID.randomUUID(), id, bought.due(), store, at).executeUpdate();
        Statements.bind(audit, at, id.toString(), bought.member, store).executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}
