package org.guildhall.lottery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.guildhall.access.UnitKind;
import org.guildhall.coupons.BatchDetails;
import org.guildhall.coupons.BatchView;
import org.guildhall.coupons.Benefit;
import org.guildhall.coupons.CouponBatches;
import org.guildhall.coupons.MoveBatch;
import org.guildhall.coupons.Validity;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.lottery.LotteryView.State;
import org.guildhall.mall.MoveReward;
import org.guildhall.mall.MoveStock;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardView;
import org.guildhall.mall.Rewards;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A store, members with points, lotteries and what can be won, for the tests of lotteries. */
@TestComponent
public final class LotteryGround {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestStaff staff;
    private final Members members;
    private final Ledger ledger;
    private final Shops shops;
    private final TransactionTemplate transaction;
    private @Nullable UnitId store;

    LotteryGround(TestStaff staff, Members members, Ledger ledger, Shops shops, TransactionTemplate transaction) {
        this.staff = staff;
        this.members = members;
        this.ledger = ledger;
        this.shops = shops;
        this.transaction = transaction;
    }

    /** Lotteries, and where prizes come from. */
    @TestComponent
    record Shops(Lotteries lotteries, Draws draws, CouponBatches batches, Rewards rewards) {}

    /** How often a member may draw, and how often for nothing. */
    public record Limits(
            int free, @Nullable Integer perDay, @Nullable Integer perMember) {
        public static final Limits NONE = new Limits(0, null, null);
    }

    public static Prize prize(String code, Award award, int odds, @Nullable Long stock) {
        return new Prize(code, "奖品" + code, award, odds, stock, Money.cny(1_000));
    }

    /** Nothing won, with these odds. */
    public static Prize nothing(int odds) {
        return prize("NONE", new Award.OfNothing(), odds, null);
    }

    /** A lottery of twenty days from today on; the prize called NONE is the consolation. */
    public LotteryDetails details(long points, Limits limits, Prize... prizes) {
        return new LotteryDetails(
                "L" + COUNT.incrementAndGet(),
                "试抽奖",
                null,
                "4.14",
                staff.today(),
                staff.today().plusDays(20),
                points,
                limits.free,
                limits.perDay,
                limits.perMember,
                List.of(),
                List.of(),
                List.of(prizes),
                "NONE");
    }

    /** A lottery in which is drawn. */
    public UUID open(LotteryDetails details) {
        return staff.asMachine(() -> {
            var entered = shops.lotteries.enter(details);
            var published = move(entered, State.PUBLISHED);
            return move(published, State.OPEN).id();
        });
    }

    private LotteryView move(LotteryView lottery, State to) {
        return shops.lotteries.move(lottery.id(), new MoveLottery(to, lottery.version(), "测试"));
    }

    public LotteryView closeAndReveal(UUID lottery) {
        return staff.asMachine(() -> move(move(shops.lotteries.get(lottery), State.CLOSED), State.REVEALED));
    }

    public LotteryView now(UUID lottery) {
        return staff.asMachine(() -> shops.lotteries.get(lottery));
    }

    public UnitId store() {
        if (store == null) {
            store = staff.open(UnitKind.STORE, staff.company());
        }
        return store;
    }

    public MemberId memberWith(long points) {
        var member = staff.asMachine(() -> members.register(new RegisterMember(
                        MemberKind.PERSON, null, MemberProfile.EMPTY, null, null, store(), null, null, null, null))
                .member()
                .id());
        if (points > 0) {
            give(member, points);
        }
        return member;
    }

    public List<MemberId> members(int count, long points) {
        return IntStream.range(0, count).mapToObj(i -> memberWith(points)).toList();
    }

    public void give(MemberId member, long points) {
        var gift = new Posting(
                CauseKey.of("lottery-ground|" + COUNT.incrementAndGet() + "|" + member),
                member,
                "adjustment",
                null,
                "test",
                UUID.randomUUID(),
                List.of(new Movement.Grant(Asset.POINTS, points, null)),
                null,
                0);
        staff.asMachine(() -> Objects.requireNonNull(transaction.execute(status -> ledger.post(List.of(gift)))));
    }

    public long points(MemberId member) {
        return ledger.balances(member).of(Asset.POINTS);
    }

    public Drawn draw(UUID lottery, MemberId member) {
        return staff.asMachine(() -> shops.draws.draw(lottery, new DrawLot(member, null), "draw|" + UUID.randomUUID()));
    }

    /** The open batch of gift coupons. */
    public UUID batch(long quantity) {
        return staff.asMachine(() -> {
            var details = new BatchDetails(
                    "LB" + COUNT.incrementAndGet(),
                    "奖券",
                    null,
                    new Benefit.Gift("杯垫"),
                    new Validity.DaysFromIssue(30),
                    List.of(),
                    List.of(),
                    List.of(),
                    quantity,
                    null,
                    0,
                    false,
                    0);
            var batch = shops.batches.enter(details);
            return shops.batches
                    .move(batch.id(), new MoveBatch(BatchView.State.OPEN, 1))
                    .id();
        });
    }

    /** Coupons of a batch that were issued less those withdrawn. */
    public long issued(UUID batch) {
        var counts = staff.asMachine(() -> shops.batches.get(batch)).counts();
        return counts.issued() - counts.withdrawn();
    }

    public void closeBatch(UUID batch) {
        staff.asMachine(() -> shops.batches.move(batch, new MoveBatch(BatchView.State.CLOSED, 2)));
    }

    /** A reward on sale with pieces. */
    public RewardView reward(long price, int pieces) {
        return staff.asMachine(() -> {
            var details = new RewardDetails(
                    "LR-" + COUNT.incrementAndGet(),
                    RewardView.Kind.GOODS,
                    "保温杯",
                    null,
                    null,
                    null,
                    price,
                    null,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    null);
            var entered = shops.rewards.enter(details);
            var sold = shops.rewards.move(entered.id(), new MoveReward(RewardView.State.ON_SALE, entered.revision()));
            var received = new MoveStock(MoveStock.Kind.RECEIVED, pieces, "到货");
            return shops.rewards.stock(sold.id(), received, "lottery-stock|" + sold.id());
        });
    }

    public RewardView reward(UUID id) {
        return staff.asMachine(() -> shops.rewards.get(id));
    }

    /** All published draws of a lottery. */
    public List<ProofDraw> published(UUID lottery) {
        var all = new ArrayList<ProofDraw>();
        @Nullable String cursor = null;
        do {
            var at = cursor;
            var page = staff.asMachine(() -> shops.lotteries.proofDraws(lottery, at, 200));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    /** Why it was refused, or "done". */
    public String outcome(Supplier<?> work) {
        try {
            staff.asMachine(work);
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason().code();
        }
    }

    public LocalDate today() {
        return staff.today();
    }
}
