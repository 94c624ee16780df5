package org.guildhall.mall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/** The mall as plain sums: lots by expiry, pieces by place, orders with what they took; under the built-in rules. */
final class MallModel {

    private static final LocalDate NEVER = LocalDate.MAX;
    private static final int PER_DAY = 10;
    private static final int DAYS_TO_PICK_UP = 7;
    private static final int DAYS_TO_RETURN = 7;
    private static final int GIVEN_AGAIN = 30;

    final List<MemberId> members;
    final List<RewardView> rewards;
    final List<Ordered> orders = new ArrayList<>();
    private final List<TreeMap<LocalDate, Long>> lots = List.of(new TreeMap<>(), new TreeMap<>());
    private final long[][] stock = new long[2][4];
    private final int[] ordersToday = new int[2];
    private LocalDate today;

    MallModel(List<MemberId> members, List<RewardView> rewards, LocalDate today) {
        this.members = members;
        this.rewards = rewards;
        this.today = today;
        give(0, 20, null);
        give(1, 5, null);
        for (int i = 0; i < 2; i++) {
            receive(i, rewards.get(i).stock().received());
        }
    }

    /** An order with what it took from which lot. */
    static final class Ordered {
        private final int member;
        private final int reward;
        private final int quantity;
        private final String code;
        private final LocalDate placedOn;
        private final Map<LocalDate, Long> taken = new TreeMap<>();
        private String state = "waiting";
        private LocalDate closedOn = LocalDate.MIN;

        Ordered(int member, int reward, int quantity, String code, LocalDate placedOn) {
            this.member = member;
            this.reward = reward;
            this.quantity = quantity;
            this.code = code;
            this.placedOn = placedOn;
        }

        String code() {
            return code;
        }

        @Override
        public String toString() {
            return "order of member " + member + ", " + state + ", took " + taken;
        }
    }

    void give(int member, long amount, @Nullable LocalDate expiresOn) {
        lots.get(member).merge(expiresOn == null ? NEVER : expiresOn, amount, Long::sum);
    }

    void receive(int reward, long pieces) {
        stock[reward][0] += pieces;
        stock[reward][1] += pieces;
    }

    boolean mayOrder(int member, int reward, int quantity) {
        long available = lots.get(member).tailMap(today, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return ordersToday[member] < PER_DAY && stock[reward][1] >= quantity && available >= price(reward) * quantity;
    }

    void order(int member, int reward, int quantity, String code) {
        var order = new Ordered(member, reward, quantity, code, today);
        long left = price(reward) * quantity;
        for (var lot : lots.get(member).tailMap(today, false).entrySet()) {
            long part = Math.min(left, lot.getValue());
            if (part > 0) {
                order.taken.put(lot.getKey(), part);
                lot.setValue(lot.getValue() - part);
                left -= part;
            }
        }
        move(reward, quantity, 1, 2);
        ordersToday[member]++;
        orders.add(order);
    }

    boolean handOut(Ordered order) {
        if (!order.state.equals("waiting")) {
            return false;
        }
        move(order.reward, order.quantity, 2, 3);
        end(order, "fulfilled");
        return true;
    }

    boolean cancel(Ordered order) {
        if (!order.state.equals("waiting")) {
            return false;
        }
        move(order.reward, order.quantity, 2, 1);
        end(order, "cancelled");
        back(order);
        return true;
    }

    boolean takeBack(Ordered order) {
        if (!order.state.equals("fulfilled") || today.isAfter(order.closedOn.plusDays(DAYS_TO_RETURN))) {
            return false;
        }
        move(order.reward, order.quantity, 3, 1);
        order.state = "returned";
        back(order);
        return true;
    }

    void daysPass(int days) {
        today = today.plusDays(days);
        ordersToday[0] = 0;
        ordersToday[1] = 0;
        for (var order : orders) {
            if (order.state.equals("waiting") && today.isAfter(order.placedOn.plusDays(DAYS_TO_PICK_UP))) {
                move(order.reward, order.quantity, 2, 1);
                end(order, "expired");
                back(order);
            }
        }
    }

    List<String> lots(int member) {
        return lots.get(member).tailMap(today, false).entrySet().stream()
                .filter(lot -> lot.getValue() != 0)
                .map(lot -> (lot.getKey().equals(NEVER) ? "null" : lot.getKey().toString()) + "=" + lot.getValue())
                .toList();
    }

    /** Money of a member that was not given back: of what waits and of what was handed out. */
    long cash(int member) {
        return orders.stream()
                .filter(order -> order.member == member
                        && List.of("waiting", "fulfilled").contains(order.state))
                .map(order -> rewards.get(order.reward)
                        .details()
                        .price(null, order.quantity)
                        .cash())
                .filter(Objects::nonNull)
                .mapToLong(Money::minor)
                .sum();
    }

    RewardView.StockView stock(int reward) {
        return new RewardView.StockView(stock[reward][0], stock[reward][1], stock[reward][2], stock[reward][3]);
    }

    private void back(Ordered order) {
        long expired = 0;
        for (var part : order.taken.entrySet()) {
            if (part.getKey().isAfter(today)) {
                lots.get(order.member).merge(part.getKey(), part.getValue(), Long::sum);
            } else {
                expired += part.getValue();
            }
        }
        if (expired > 0) {
            give(order.member, expired, today.plusDays(GIVEN_AGAIN + 1L));
        }
    }

    private void end(Ordered order, String state) {
        order.state = state;
        order.closedOn = today;
    }

    private void move(int reward, int pieces, int from, int to) {
        stock[reward][from] -= pieces;
        stock[reward][to] += pieces;
    }

    private long price(int reward) {
        return rewards.get(reward).details().points();
    }
}
