package org.guildhall.mall;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RowOutcome;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Members with points and rewards with stock, for the mall's tests. */
@TestComponent
final class MallGround {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestStaff staff;
    private final Members members;
    private final Ledger ledger;
    private final Rewards rewards;
    private final TransactionTemplate transaction;
    private final Map<String, UUID> orders = new ConcurrentHashMap<>();
    private @Nullable UnitId store;

    MallGround(TestStaff staff, Members members, Ledger ledger, Rewards rewards, TransactionTemplate transaction) {
        this.staff = staff;
        this.members = members;
        this.ledger = ledger;
        this.rewards = rewards;
        this.transaction = transaction;
    }

    /** A member of a store. */
    MemberId member(@Nullable UnitId store) {
        return staff.asMachine(() -> members.register(new RegisterMember(
                        MemberKind.PERSON, null, MemberProfile.EMPTY, null, null, store, null, null, null, null))
                .member()
                .id());
    }

    /** A member with points that never expire. */
    MemberId memberWith(long points) {
        var member = member(null);
        give(member, points, null);
        return member;
    }

    /** Many members, entered and given points together. */
    List<MemberId> members(List<Long> points) {
        var rows = points.stream()
                .map(amount -> new RegisterMember(
                        MemberKind.PERSON, null, MemberProfile.EMPTY, null, null, null, null, null, null, null))
                .toList();
        return staff.asMachine(() -> Objects.requireNonNull(transaction.execute(status -> {
            var ids = members.registerAll(rows, new Batch(UUID.randomUUID(), "test")).stream()
                    .map(outcome -> ((RowOutcome.Done) outcome).member())
                    .toList();
            ledger.post(IntStream.range(0, ids.size())
                    .mapToObj(i -> gift(ids.get(i), points.get(i), null))
                    .toList());
            return ids;
        })));
    }

    /** Gives points. */
    void give(MemberId member, long points, @Nullable LocalDate expiresOn) {
        var gift = gift(member, points, expiresOn);
        staff.asMachine(() -> Objects.requireNonNull(transaction.execute(status -> ledger.post(List.of(gift)))));
    }

    private static Posting gift(MemberId member, long points, @Nullable LocalDate expiresOn) {
        return new Posting(
                CauseKey.of("ground|" + COUNT.incrementAndGet() + "|" + member),
                member,
                "adjustment",
                null,
                "test",
                UUID.randomUUID(),
                List.of(new Movement.Grant(Asset.POINTS, points, expiresOn)),
                null,
                0);
    }

    /** What a member can see of their points. */
    long points(MemberId member) {
        return ledger.balances(member).of(Asset.POINTS);
    }

    /** A reward on sale at a price, with pieces. */
    RewardView reward(long price, int pieces) {
        return reward(details(price, null, List.of()), pieces);
    }

    /** A reward on sale at a price in points and fen, with pieces. */
    RewardView reward(long price, long fen, int pieces) {
        return reward(details(price, Money.cny(fen), null, List.of()), pieces);
    }

    /** A reward on sale with pieces. */
    RewardView reward(RewardDetails details, int pieces) {
        return staff.asMachine(() -> {
            var entered = rewards.enter(details);
            var sold = rewards.move(entered.id(), new MoveReward(RewardView.State.ON_SALE, entered.revision()));
            return pieces == 0
                    ? sold
                    : rewards.stock(
                            sold.id(),
                            new MoveStock(MoveStock.Kind.RECEIVED, pieces, "first delivery"),
                            "stock|" + sold.id());
        });
    }

    /** What to say about a reward. */
    RewardDetails details(long price, @Nullable Integer limit, List<UnitId> stores) {
        return details(price, null, limit, stores);
    }

    private static RewardDetails details(
            long price, @Nullable Money cash, @Nullable Integer limit, List<UnitId> stores) {
        return new RewardDetails(
                "T-" + COUNT.incrementAndGet(),
                RewardView.Kind.GOODS,
                "保温杯",
                "保溫杯",
                "Flask",
                null,
                price,
                cash,
                List.of(),
                null,
                null,
                stores,
                limit);
    }

    /** A reward as it is now. */
    RewardView now(RewardView reward) {
        return staff.asMachine(() -> rewards.get(reward.id()));
    }

    /** More pieces of a reward. */
    RewardView receive(RewardView reward, int pieces) {
        return rewards.stock(
                reward.id(), new MoveStock(MoveStock.Kind.RECEIVED, pieces, "more"), "more|" + UUID.randomUUID());
    }

    /** The code of an order, if it could be placed. */
    @Nullable
    String order(Redemptions redemptions, MemberId member, RewardView reward, int quantity) {
        return order(redemptions, member, reward, quantity, 0);
    }

    /** The same, paid with so many fen more than is due. */
    @Nullable
    String order(Redemptions redemptions, MemberId member, RewardView reward, int quantity, long more) {
        var cash = reward.details().price(null, quantity).cash();
        long fen = (cash == null ? 0 : cash.minor()) + more;
        var command = new Redeem(member, reward.id(), quantity, null, null, fen == 0 ? null : paid(store(), fen));
        var placed = unlessRefused(() -> redemptions.redeem(command, "order|" + UUID.randomUUID()));
        if (placed == null || placed.code() == null) {
            return null;
        }
        orders.put(placed.code(), placed.redemption().id());
        return placed.code();
    }

    /** Whether it could be handed out. */
    boolean handOut(Redemptions redemptions, String code) {
        return unlessRefused(() -> redemptions.handOut(new PickUp(code, store()), "hand|" + UUID.randomUUID())) != null;
    }

    /** Whether it could be cancelled. */
    boolean cancel(Redemptions redemptions, String code) {
        return unlessRefused(
                        () -> redemptions.cancel(order(code), new EndRedemption("test"), "cancel|" + UUID.randomUUID()))
                != null;
    }

    /** Whether it could be taken back. */
    boolean takeBack(Redemptions redemptions, String code) {
        return unlessRefused(
                        () -> redemptions.takeBack(order(code), new EndRedemption("test"), "back|" + UUID.randomUUID()))
                != null;
    }

    /** So much, the first fen in notes and the rest by card. */
    static Redeem.Payment paid(UnitId store, long fen) {
        var coin = new Redeem.Tender(PaymentMethod.CASH, Money.cny(1), null);
        return new Redeem.Payment(
                store,
                fen == 1
                        ? List.of(coin)
                        : List.of(coin, new Redeem.Tender(PaymentMethod.CARD, Money.cny(fen - 1), "slip")));
    }

    private UUID order(String code) {
        return Objects.requireNonNull(orders.get(code));
    }

    /** A store whose till takes the money. */
    UnitId store() {
        var open = store;
        if (open == null) {
            open = staff.open(UnitKind.STORE, staff.company());
            store = open;
        }
        return open;
    }

    private <T> @Nullable T unlessRefused(Supplier<T> work) {
        try {
            return staff.asMachine(work);
        } catch (Refusal refusal) {
            return null;
        }
    }
}
