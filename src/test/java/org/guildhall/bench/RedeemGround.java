package org.guildhall.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.guildhall.access.Access;
import org.guildhall.kernel.MemberId;
import org.guildhall.mall.MoveReward;
import org.guildhall.mall.MoveStock;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardView;
import org.guildhall.mall.Rewards;
import org.guildhall.policies.FoundingPolicies;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Members with points in four lots, rewards with ample stock of which the first is wanted most, and a scarce one. */
final class RedeemGround {

    private static final int REWARDS = 20;

    private final ConfigurableApplicationContext application;
    private final String prefix;

    RedeemGround(ConfigurableApplicationContext application, String prefix) {
        this.application = application;
        this.prefix = prefix;
    }

    /** Who orders what. */
    record Ground(List<MemberId> members, List<UUID> rewards, UUID scarce) {}

    /** Half of the orders want the first reward. */
    static UUID pick(Random random, List<UUID> rewards) {
        return rewards.get(random.nextBoolean() ? 0 : random.nextInt(rewards.size()));
    }

    Ground build(int orders, int scarce) {
        if (prefix.equals("A")) {
            inTransaction(() -> {
                application
                        .getBean(FoundingPolicies.class)
                        .establish("mall.redemption", rules(), LocalDate.of(2020, 1, 1), "bench");
                return true;
            });
        }
        var members = new BenchMembers(application).withPoints();
        var rewards = IntStream.range(0, REWARDS)
                .mapToObj(i -> reward(prefix + "-" + i, 4 * orders))
                .toList();
        return new Ground(members, rewards, reward(prefix + "-SCARCE", scarce));
    }

    private static Map<String, Object> rules() {
        return Map.of(
                "daysToPickUp", 7,
                "ordersPerDay", 0,
                "cancelling", "STORES_TOO",
                "returnDays", 7,
                "expired", "GIVEN_AGAIN",
                "givenAgainDays", 30,
                "wrongCodes", 5,
                "lockMinutes", 15);
    }

    private UUID reward(String code, int pieces) {
        var rewards = application.getBean(Rewards.class);
        var details = new RewardDetails(
                code, RewardView.Kind.GOODS, code, null, null, null, 100, null, null, null, null, null, null);
        return inTransaction(() -> {
            var entered = rewards.enter(details);
            rewards.move(entered.id(), new MoveReward(RewardView.State.ON_SALE, entered.revision()));
            rewards.stock(entered.id(), new MoveStock(MoveStock.Kind.RECEIVED, pieces, "bench"), "bench|" + code);
            return entered.id();
        });
    }

    private <T> T inTransaction(Supplier<T> work) {
        var transaction = application.getBean(TransactionTemplate.class);
        return Objects.requireNonNull(application
                .getBean(Access.class)
                .runAs(RedeemBench.MACHINE, () -> Objects.requireNonNull(transaction.execute(status -> work.get()))));
    }
}
