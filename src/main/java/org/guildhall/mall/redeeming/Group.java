package org.guildhall.mall.redeeming;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Placement;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.mall.RedemptionView;
import org.guildhall.mall.RewardDetails;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;

/**
 * Works out in memory, order by order, which of a group may be placed; counts go on from order to order.
 *
 * <p>Orders are decided in waves: a wave takes what may be placed as things stand, the ledger then says whose points suffice,
 * and what a refused order leaves over is there for the orders behind it in the next wave.
 */
final class Group {

    private final Known known;
    private final InForce<RedemptionPolicy> rules;
    private final LocalDate today;
    private final Map<UUID, Long> available = new HashMap<>();
    private final Map<Pieces, Long> pieces = new HashMap<>();
    private final Map<MemberId, Integer> ordersToday = new HashMap<>();
    private final Map<MemberId, Integer> numbers = new HashMap<>();
    private final Map<UUID, Outcome> outcomes = new HashMap<>();
    private final Map<UUID, Order> undecided = new LinkedHashMap<>();

    /** What was placed, to be written. */
    final List<Accepted> accepted = new ArrayList<>();

    Group(List<Order> orders, Known known, InForce<RedemptionPolicy> rules, LocalDate today) {
        this.known = known;
        this.rules = rules;
        this.today = today;
        known.rewards().forEach((id, reward) -> available.put(id, reward.available()));
        pieces.putAll(known.pieces());
        ordersToday.putAll(known.ordersToday());
        numbers.putAll(known.ordersToday());
        orders.forEach(order -> undecided.putIfAbsent(order.id(), order));
    }

    /** A member and a reward. */
    record Pieces(MemberId member, UUID reward) {}

    /** What the database knows: earlier orders' contents, rewards, pieces members have, orders of today, tiers. */
    record Known(
            Map<UUID, UUID> contents,
            Map<UUID, RedemptionRules.OnOffer> rewards,
            Map<Pieces, Long> pieces,
            Map<MemberId, Integer> ordersToday,
            Map<MemberId, String> tiers) {}

    /** An order that may be placed, with its price. */
    record Wished(Order order, RedemptionRules.Decision.Allowed price) {
        long points() {
            return Math.multiplyExact(price.unitPoints(), (long) order.asked().quantity());
        }

        @Nullable
        Money cash() {
            var unit = price.unitCash();
            return unit == null
                    ? null
                    : new Money(
                            Math.multiplyExact(
                                    unit.minor(), (long) order.asked().quantity()),
                            unit.currency());
        }
    }

    /** An order whose points are held, with its number among the member's of today. */
    record Accepted(Wished wished, int dayNumber, UUID hold, Instant placedAt) {

        private RedemptionView view(RewardDetails details, Instant pickUpBy) {
            var asked = wished.order.asked();
            return new RedemptionView(
                    wished.order.id(),
                    asked.member(),
                    new RedemptionView.RewardName(
                            asked.reward(), details.code(), details.name(), details.nameTw(), details.nameEn()),
                    asked.quantity(),
                    wished.price.unitPoints(),
                    wished.points(),
                    wished.price.tier(),
                    RedemptionView.State.WAITING,
                    asked.store(),
                    details.stores(),
                    placedAt,
                    pickUpBy,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    wished.price.unitCash(),
                    wished.cash(),
                    payments());
        }

        private List<RedemptionView.Payment> payments() {
            var payment = wished.order.asked().payment();
            return payment == null
                    ? List.of()
                    : payment.tenders().stream()
                            .map(tender -> new RedemptionView.Payment(
                                    tender.method(), tender.amount(), tender.reference(), payment.store(), placedAt))
                            .toList();
        }
    }

    /** The orders that may be placed as things stand; empty when every order is decided. */
    List<Wished> wave() {
        var wave = new ArrayList<Wished>();
        for (var order : List.copyOf(undecided.values())) {
            switch (decide(order)) {
                case RedemptionRules.Decision.Allowed allowed -> wave.add(take(order, allowed));
                case RedemptionRules.Decision.Refused(var reason) -> {
                    // What an order of this wave takes may come back if the ledger refuses it: then this one has its
                    // chance.
                    if (wave.isEmpty()) {
                        settle(order, new Outcome.Refused(reason));
                    }
                }
            }
        }
        return wave;
    }

    /** Notes what the ledger said to a wave. */
    void held(List<Wished> wave, List<Placement> placements) {
        for (int i = 0; i < wave.size(); i++) {
            var wished = wave.get(i);
            switch (placements.get(i)) {
                case Placement.Placed(var hold, var replayed) ->
                    accepted.add(new Accepted(
                            wished, numbers.merge(hold.member(), 1, Integer::sum), hold.holdId(), hold.placedAt()));
                case Placement.Refused(var reason) -> {
                    giveBack(wished);
                    settle(wished.order(), new Outcome.Refused(reason));
                }
            }
        }
    }

    /** Notes an order as placed, as it stands now. */
    void placed(Accepted accepted, Instant pickUpBy, String code) {
        var order = accepted.wished.order();
        var details = Objects.requireNonNull(known.rewards().get(order.asked().reward()))
                .details();
        outcomes.put(order.id(), new Outcome.Placed(accepted.view(details, pickUpBy), code));
    }

    /** One outcome for each order, in their order; whoever repeats a key within the group is answered as later. */
    List<Outcome> outcomes(List<Order> orders) {
        var first = new HashMap<UUID, Order>();
        var answers = new ArrayList<Outcome>(orders.size());
        for (var order : orders) {
            var twin = first.putIfAbsent(order.id(), order);
            var outcome = outcomes.get(order.id());
            if (outcome == null) {
                throw new IllegalStateException("undecided order " + order.id());
            }
            if (twin == null) {
                answers.add(outcome);
            } else if (!twin.content().equals(order.content())) {
                answers.add(new Outcome.Refused(new MallRefusal.RedemptionDiffers(order.id())));
            } else {
                answers.add(outcome instanceof Outcome.Placed ? new Outcome.Earlier(order.id()) : outcome);
            }
        }
        return answers;
    }

    /** Answers those that were placed before this group. */
    void recogniseEarlier() {
        for (var order : List.copyOf(undecided.values())) {
            var content = known.contents().get(order.id());
            if (content != null) {
                settle(
                        order,
                        content.equals(order.content())
                                ? new Outcome.Earlier(order.id())
                                : new Outcome.Refused(new MallRefusal.RedemptionDiffers(order.id())));
            }
        }
    }

    private RedemptionRules.Decision decide(Order order) {
        var asked = order.asked();
        var reward = known.rewards().get(asked.reward());
        if (reward == null) {
            return new RedemptionRules.Decision.Refused(new MallRefusal.UnknownReward(asked.reward()));
        }
        var past = new RedemptionRules.Past(
                pieces.getOrDefault(new Pieces(asked.member(), asked.reward()), 0L),
                ordersToday.getOrDefault(asked.member(), 0));
        var offer = new RedemptionRules.OnOffer(
                reward.details(), reward.state(), available.getOrDefault(asked.reward(), 0L));
        var tier = known.tiers().get(asked.member());
        return RedemptionRules.decide(
                rules.policy(),
                new RedemptionRules.Asked(
                        asked.quantity(),
                        tier,
                        asked.store(),
                        new RedemptionRules.Terms(order.won(), asked.price(), asked.tenders())),
                offer,
                past,
                today);
    }

    private Wished take(Order order, RedemptionRules.Decision.Allowed price) {
        count(order, 1);
        undecided.remove(order.id());
        return new Wished(order, price);
    }

    private void giveBack(Wished wished) {
        count(wished.order(), -1);
    }

    private void count(Order order, int sign) {
        var asked = order.asked();
        long quantity = (long) sign * asked.quantity();
        available.merge(asked.reward(), -quantity, Long::sum);
        pieces.merge(new Pieces(asked.member(), asked.reward()), quantity, Long::sum);
        ordersToday.merge(asked.member(), sign, Integer::sum);
    }

    private void settle(Order order, Outcome outcome) {
        undecided.remove(order.id());
        outcomes.put(order.id(), outcome);
    }
}
