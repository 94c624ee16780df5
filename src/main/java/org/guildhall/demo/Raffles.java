package org.guildhall.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.coupons.BatchDetails;
import org.guildhall.coupons.BatchView;
import org.guildhall.coupons.Benefit;
import org.guildhall.coupons.CouponBatches;
import org.guildhall.coupons.MoveBatch;
import org.guildhall.coupons.Validity;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.lottery.Award;
import org.guildhall.lottery.CancelDraw;
import org.guildhall.lottery.CollectPrize;
import org.guildhall.lottery.DrawLot;
import org.guildhall.lottery.Drawn;
import org.guildhall.lottery.FoundingDraws;
import org.guildhall.lottery.Lotteries;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.LotteryQuery;
import org.guildhall.lottery.LotteryView.State;
import org.guildhall.lottery.MoveLottery;
import org.guildhall.lottery.Prize;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lotteries of the demo company: one of last month that is over, its seed revealed so that anybody can recompute it; one
 * that runs; one being prepared.
 */
@Component
class Raffles {

    private static final int CANDIDATES = 300;
    private static final int DRAWERS = 24;
    private static final long ENOUGH = 800;
    private static final String OVER = "SPRING-TEA";
    private static final String RUNNING = "MEMBER-DAY";
    private static final String NEXT = "NEXT-SEASON";

    private final FoundingDraws founding;
    private final Lotteries lotteries;
    private final CouponBatches batches;
    private final People people;
    private final BusinessTime time;

    Raffles(FoundingDraws founding, Lotteries lotteries, CouponBatches batches, People people, BusinessTime time) {
        this.founding = founding;
        this.lotteries = lotteries;
        this.batches = batches;
        this.people = people;
        this.time = time;
    }

    /** Who draws. */
    @Component
    record People(Members members, Ledger ledger) {}

    /** Tells all of it; told again, it changes nothing. */
    void draw(DemoStory story, Cast cast) {
        if (!lotteries.list(new LotteryQuery(null, RUNNING, null, null)).items().isEmpty()) {
            return;
        }
        var today = story.today();
        var drawers = drawers(story);
        over(cast, today, drawers);
        running(cast, today, drawers);
        lotteries.enter(details(NEXT, "换季抽奖（筹备）", today.plusDays(20), today.plusDays(34), null));
    }

    private void over(Cast cast, LocalDate today, List<MemberId> drawers) {
        var id = opened(details(OVER, "春茶抽奖", today.minusDays(24), today.minusDays(8), null), today.minusDays(25));
        var drawn = new ArrayList<Drawn>();
        for (int i = 0; i < drawers.size(); i++) {
            draw(id, drawers.get(i), cast, i, at(today.minusDays(20 - i % 10), i), drawn);
            draw(id, drawers.get(i), cast, i + DRAWERS, at(today.minusDays(9), i), drawn);
        }
        var things = drawn.stream().filter(one -> one.code() != null).toList();
        for (int i = 0; i < things.size(); i++) {
            var one = things.get(i);
            var at = at(today.minusDays(8), 10 + i);
            if (i == things.size() - 1 && i > 0) {
                founding.asOf(
                        at,
                        (then, draws) ->
                                draws.cancel(one.draw().id(), new CancelDraw("茶罐运输破损，无货可补"), "demo|raffle|cancel"));
            } else {
                var store = one.draw().store();
                var collect = new CollectPrize(
                        Objects.requireNonNull(one.code()),
                        store == null ? cast.stores().getFirst() : store);
                founding.asOf(
                        at,
                        (then, draws) -> draws.handOut(
                                collect, "demo|raffle|hand|" + one.draw().id()));
            }
        }
        move(id, State.CLOSED, at(today.minusDays(7), 0));
        move(id, State.REVEALED, at(today.minusDays(6), 0));
    }

    private void running(Cast cast, LocalDate today, List<MemberId> drawers) {
        var details = details(RUNNING, "会员日抽奖", today.minusDays(5), today.plusDays(16), batch());
        var id = opened(details, today.minusDays(6));
        var drawn = new ArrayList<Drawn>();
        for (int i = 0; i < drawers.size(); i++) {
            draw(id, drawers.get(i), cast, i, at(today.minusDays(1 + i % 4), i), drawn);
        }
    }

    /** A lottery that was published and opened on a day. */
    private UUID opened(LotteryDetails details, LocalDate day) {
        var at = at(day, 0);
        var id = founding.asOf(at, (then, draws) -> then.enter(details)).id();
        move(id, State.PUBLISHED, at);
        move(id, State.OPEN, at.plusSeconds(3_600));
        return id;
    }

    private void move(UUID id, State to, Instant at) {
        founding.asOf(
                at,
                (then, draws) -> then.move(id, new MoveLottery(to, then.get(id).version(), null)));
    }

    /** The story tells only what could happen: nothing where the points of that day did not suffice. */
    private void draw(UUID id, MemberId member, Cast cast, int nth, Instant at, List<Drawn> drawn) {
        var store = cast.stores().get(nth % cast.stores().size());
        var key = "demo|raffle|" + id + "|" + nth;
        try {
            drawn.add(founding.asOf(at, (then, draws) -> draws.draw(id, new DrawLot(member, store), key)));
        } catch (Refusal refusal) {
            // Another member draws next.
            return;
        }
    }

    private Instant at(LocalDate day, int minute) {
        return day.atTime(9, 5).plusMinutes(minute * 7L).atZone(time.zone()).toInstant();
    }

    /** The coupons that are won here, apart from those that are issued otherwise. */
    private UUID batch() {
        var details = new BatchDetails(
                "RAFFLE-MAT",
                "抽奖杯垫券",
                null,
                new Benefit.Gift("青瓷杯垫一对"),
                new Validity.DaysFromIssue(90),
                List.of(),
                List.of(),
                List.of(),
                40,
                null,
                0,
                false,
                9);
        var batch = batches.enter(details);
        return batches.move(batch.id(), new MoveBatch(BatchView.State.OPEN, batch.version()))
                .id();
    }

    private static LotteryDetails details(
            String code, String name, LocalDate from, LocalDate to, @Nullable UUID batch) {
        var middle = batch == null
                ? new Prize("POINTS-100", "100 积分", new Award.OfPoints(100, 180), 180_000, null, Money.cny(100))
                : new Prize("CUP-MAT", "青瓷杯垫券", new Award.OfCoupon(batch), 180_000, 40L, Money.cny(3_900));
        return new LotteryDetails(
                code,
                name,
                "每位会员先免费抽一次，之后每次 50 积分。",
                "4.14",
                from,
                to,
                50,
                1,
                3,
                10,
                List.of(),
                List.of(),
                List.of(
                        new Prize("TEA-2026", "明前龙井一罐", new Award.OfThing(30), 120_000, 6L, Money.cny(38_800)),
                        middle,
                        new Prize("POINTS-20", "20 积分", new Award.OfPoints(20, 180), 300_000, null, Money.cny(20)),
                        new Prize("NONE", "谢谢参与", new Award.OfNothing(), 400_000, null, Money.cny(0))),
                "NONE");
    }

    /** Members of long standing who own well more than a few draws cost. */
    private List<MemberId> drawers(DemoStory story) {
        int count = Math.min(CANDIDATES, story.members());
        var sketches = new Sketchbook(story).members(0, count);
        var ids = people.members.findByNumber(
                sketches.stream().map(MemberSketch::number).toList());
        var balances = people.ledger.balances(ids.values(), Asset.POINTS);
        return IntStream.range(0, count)
                .filter(i -> sketches.get(i).joinedOn().isBefore(story.today().minusMonths(2)))
                .mapToObj(i -> ids.get(sketches.get(i).number()))
                .filter(id -> id != null && balances.getOrDefault(id, 0L) > ENOUGH)
                .limit(DRAWERS)
                .toList();
    }
}
