package org.guildhall.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.guildhall.access.Access;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.mall.MoveReward;
import org.guildhall.mall.MoveStock;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardView;
import org.guildhall.mall.Rewards;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RowOutcome;
import org.guildhall.policies.FoundingPolicies;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Members with points in four lots, rewards with ample stock of which the first is wanted most, and a scarce one. */
final class RedeemGround {

    private static final int MEMBERS = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final int REWARDS = 20;
    private static final int LOTS = 4;

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
        var members = new ArrayList<MemberId>();
        for (int from = 0; from < MEMBERS; from += AT_ONCE) {
            members.addAll(inTransaction(this::enter));
        }
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

    private List<MemberId> enter() {
        var rows = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> new RegisterMember(
                        MemberKind.PERSON, null, MemberProfile.EMPTY, null, null, null, null, null, null, null))
                .toList();
        var ids = application.getBean(Members.class).registerAll(rows, new Batch(UUID.randomUUID(), "bench")).stream()
                .map(outcome -> ((RowOutcome.Done) outcome).member())
                .toList();
        application
                .getBean(Ledger.class)
                .post(ids.stream().map(RedeemGround::points).toList());
        return ids;
    }

    private static Posting points(MemberId member) {
        var first = LocalDate.now(Clock.systemUTC()).plusMonths(2).withDayOfMonth(1);
        return new Posting(
                CauseKey.of("bench|" + member),
                member,
                "purchase",
                null,
                "bench",
                UUID.randomUUID(),
                IntStream.range(0, LOTS)
                        .<Movement>mapToObj(i -> new Movement.Grant(Asset.POINTS, 250_000, first.plusMonths(i)))
                        .toList(),
                null,
                1);
    }

    private UUID reward(String code, int pieces) {
        var rewards = application.getBean(Rewards.class);
        var details = new RewardDetails(
                code, RewardView.Kind.GOODS, code, null, null, null, 100, null, null, null, null, null);
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
