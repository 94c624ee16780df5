package org.guildhall.mall.redeeming;

import static org.guildhall.jooq.mall.Tables.REWARD;
import static org.guildhall.jooq.mall.Tables.STOCK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.jooq.mall.tables.records.RewardRecord;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardView;
import org.guildhall.mall.money.CashStore;
import org.guildhall.platform.BinaryCopy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a group of orders needs, with the stock of its rewards locked, and writes what was placed. */
@Component
class PlacingStore {

    private static final TypeReference<List<RewardDetails.TierPrice>> PRICES = new TypeReference<>() {};

    // Subqueries, so that small and large tables alike are asked by one index probe a key.
    private static final String TODAY = """
            select w.member_id,
              (select max(day_number) from mall.redemption r where r.member_id = w.member_id and r.placed_on = ?)
            from unnest(?) as w (member_id)
            """;

    private static final String PIECES = """
            select w.member_id, w.reward_id,
              (
                select sum(quantity)
                from mall.redemption r
                where r.reward_id = w.reward_id
                  and r.member_id = w.member_id
                  and r.state in ('waiting', 'fulfilled')
              )
            from unnest(?, ?) as w (member_id, reward_id)
            """;

    private static final String HOLD = """
            update mall.stock s
            set available = s.available - t.quantity,
                held = s.held + t.quantity
            from unnest(?, ?) as t (reward_id, quantity)
            where s.reward_id = t.reward_id
            """;

    private final DSLContext sql;
    private final JsonMapper json;
    private final CashStore cash;

    PlacingStore(DSLContext sql, JsonMapper json, CashStore cash) {
        this.sql = sql;
        this.json = json;
        this.cash = cash;
    }

    /** The contents of those of the orders that exist. */
    Map<UUID, UUID> contents(Collection<UUID> orders) {
        return sql.resultQuery("""
                        select order_id, content_hash
                        from mall.redemption
                        where order_id = any(?)
                        """, (Object) orders.toArray(UUID[]::new))
                .fetchMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class));
    }

    /** The rewards, their stock locked in a fixed order until the transaction ends. */
    Map<UUID, RedemptionRules.OnOffer> lock(Collection<UUID> rewards) {
        return sql.select(REWARD, STOCK.AVAILABLE)
                .from(STOCK)
                .join(REWARD)
                .on(REWARD.REWARD_ID.eq(STOCK.REWARD_ID))
                .where(STOCK.REWARD_ID.eq(org.jooq.impl.DSL.any(rewards.toArray(UUID[]::new))))
                .orderBy(STOCK.REWARD_ID)
                .forUpdate()
                .of(STOCK)
                .fetchMap(row -> row.value1().getRewardId(), row -> onOffer(row.value1(), row.value2()));
    }

    /** What is said about a reward now. */
    Optional<RewardDetails> details(UUID reward) {
        return sql.selectFrom(REWARD).where(REWARD.REWARD_ID.eq(reward)).fetchOptional(this::details);
    }

    /** How many orders these members placed on the day. */
    Map<MemberId, Integer> ordersOn(LocalDate day, Collection<MemberId> members) {
        var found = new HashMap<MemberId, Integer>();
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        for (var row : sql.fetch(TODAY, day, ids)) {
            if (row.get(1) != null) {
                found.put(new MemberId(row.get(0, UUID.class)), row.get(1, Integer.class));
            }
        }
        return found;
    }

    /** How many pieces these members have, handed out or waiting. */
    Map<Group.Pieces, Long> pieces(Collection<Group.Pieces> wanted) {
        var found = new HashMap<Group.Pieces, Long>();
        var members = wanted.stream().map(pieces -> pieces.member().value()).toArray(UUID[]::new);
        var rewards = wanted.stream().map(Group.Pieces::reward).toArray(UUID[]::new);
        for (var row : sql.fetch(PIECES, members, rewards)) {
            if (row.get(2) != null) {
                found.put(
                        new Group.Pieces(new MemberId(row.get(0, UUID.class)), row.get(1, UUID.class)),
                        row.get(2, Long.class));
            }
        }
        return found;
    }

    /** A line to write: what was placed, under which rules, with the code's hash. */
    record Line(Group.Accepted accepted, UUID codeHash) {}

    /** What all lines of a group share. */
    record Common(LocalDate day, int policyVersion, Instant pickUpBy) {}

    /** Writes the orders, their payments, their movements and what they take from the stock. */
    void write(List<Line> lines, Common common) {
        var taken = new TreeMap<UUID, Long>();
        for (var line : lines) {
            var asked = line.accepted.wished().order().asked();
            taken.merge(asked.reward(), (long) asked.quantity(), Long::sum);
        }
        int changed = sql.execute(
                HOLD, taken.keySet().toArray(UUID[]::new), taken.values().toArray(Long[]::new));
        if (changed != taken.size()) {
            throw new IllegalStateException("not every reward has a stock");
        }
        BinaryCopy.copy(
                sql,
                "mall.redemption (member_id, order_id, reward_id, quantity, unit_points, points, unit_cash, cash,"
                        + " currency, tier, state, store_id, hold_id, code_hash, content_hash, policy_version, placed_on, day_number, placed_at,"
                        + " placed_by, pick_up_by)",
                out -> lines.forEach(line -> writeOrder(out, line, common)));
        cash.take(lines.stream().flatMap(line -> taken(line, common)).toList());
        BinaryCopy.copy(
                sql,
                "mall.stock_movement (reward_id, movement_id, kind, quantity, order_id, actor, recorded_at)",
                out -> lines.forEach(line -> writeMovement(out, line.accepted)));
    }

    private static Stream<CashStore.Taken> taken(Line line, Common common) {
        var order = line.accepted.wished().order();
        var payment = order.asked().payment();
        return payment == null
                ? Stream.empty()
                : Stream.of(new CashStore.Taken(
                        order.id(),
                        payment,
                        new CashStore.Turn(
                                common.day, line.accepted.placedAt(), order.by().reference())));
    }

    private static void writeOrder(BinaryCopy out, Line line, Common common) {
        var wished = line.accepted.wished();
        var asked = wished.order().asked();
        var unitCash = wished.price().unitCash();
        var cash = wished.cash();
        out.row()
                .add(asked.member().value())
                .add(wished.order().id())
                .add(asked.reward())
                .addInt(asked.quantity())
                .addBig(wished.price().unitPoints())
                .addBig(wished.points())
                .addBig(unitCash == null ? 0 : unitCash.minor())
                .addBig(cash == null ? 0 : cash.minor())
                .add(cash == null ? null : cash.currency().getCurrencyCode())
                .add(wished.price().tier())
                .add("waiting")
                .add(asked.store() == null ? null : asked.store().value())
                .add(line.accepted.hold())
                .add(line.codeHash)
                .add(wished.order().content())
                .addInt(common.policyVersion)
                .add(common.day)
                .addInt(line.accepted.dayNumber())
                .add(line.accepted.placedAt())
                .add(wished.order().by().reference())
                .add(common.pickUpBy);
    }

    private static void writeMovement(BinaryCopy out, Group.Accepted accepted) {
        var order = accepted.wished().order();
        out.row()
                .add(order.asked().reward())
                .add(Ids.at(accepted.placedAt().toEpochMilli()))
                .add("held")
                .addBig(order.asked().quantity())
                .add(order.id())
                .add(order.by().reference())
                .add(accepted.placedAt());
    }

    private RedemptionRules.OnOffer onOffer(RewardRecord row, long available) {
        return new RedemptionRules.OnOffer(details(row), RewardView.State.of(row.getState()), available);
    }

    private RewardDetails details(RewardRecord row) {
        return new RewardDetails(
                row.getCode(),
                RewardView.Kind.of(row.getKind()),
                row.getName(),
                row.getNameTw(),
                row.getNameEn(),
                null,
                row.getPoints(),
                row.getCurrency() == null ? null : Money.of(row.getCash(), row.getCurrency()),
                json.readValue(row.getTierPoints().data(), PRICES),
                row.getFirstDay(),
                row.getLastDay(),
                Arrays.stream(row.getStores()).map(UnitId::new).toList(),
                row.getLimitPerMember());
    }
}
