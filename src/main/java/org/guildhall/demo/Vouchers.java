package org.guildhall.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.coupons.BatchDetails;
import org.guildhall.coupons.BatchQuery;
import org.guildhall.coupons.BatchView;
import org.guildhall.coupons.Benefit;
import org.guildhall.coupons.CouponBatches;
import org.guildhall.coupons.CouponView;
import org.guildhall.coupons.EndCoupon;
import org.guildhall.coupons.FoundingCoupons;
import org.guildhall.coupons.HandOverGift;
import org.guildhall.coupons.IssueCoupons;
import org.guildhall.coupons.MoveBatch;
import org.guildhall.coupons.PassCoupon;
import org.guildhall.coupons.Validity;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.springframework.stereotype.Component;

/**
 * The coupons of the demo company: for new members, for birthdays, a ladder over the season, a gift, and one being prepared; some
 * were withdrawn, passed on or handed over, and the counters use others.
 */
@Component
class Vouchers {

    private static final int DAYS_AGO = 24;
    private static final String WELCOME = "WELCOME-20";
    private static final String BIRTHDAY = "BIRTHDAY-88";
    private static final String SEASON = "SEASON-LADDER";
    private static final String GIFT = "TEA-GIFT";

    private final CouponBatches batches;
    private final FoundingCoupons coupons;
    private final BusinessTime time;

    Vouchers(CouponBatches batches, FoundingCoupons coupons, BusinessTime time) {
        this.batches = batches;
        this.coupons = coupons;
        this.time = time;
    }

    /** Issues coupons to these members, in their order; told again, it changes nothing. Gives what each can show at a counter. */
    Map<MemberId, List<String>> give(DemoStory story, List<MemberId> members, UnitId store) {
        var found = new HashMap<String, UUID>();
        for (var details : shelf(story)) {
            found.put(details.code(), enter(details));
        }
        var codes = new HashMap<MemberId, List<String>>();
        var welcome = issue(story, Objects.requireNonNull(found.get(WELCOME)), members, "入会礼");
        var birthday = issue(story, Objects.requireNonNull(found.get(BIRTHDAY)), every(members, 3), "生日月");
        var season = issue(story, Objects.requireNonNull(found.get(SEASON)), every(members, 2), "当季满减");
        var gifts = issue(story, Objects.requireNonNull(found.get(GIFT)), every(members, 6), "品茶会到场礼");
        for (var list : List.of(season, welcome, birthday)) {
            list.forEach(one -> codes.computeIfAbsent(one.member(), member -> new ArrayList<>())
                    .add(one.code()));
        }
        live(story, birthday, gifts, store);
        return codes;
    }

    /** What else became of some: withdrawn, passed on, handed over. */
    private void live(DemoStory story, List<CouponView> birthday, List<CouponView> gifts, UnitId store) {
        int last = birthday.size() - 1;
        if (last > 1) {
            var giver = birthday.get(last);
            var receiver = birthday.get(0).member();
            coupons.asOf(
                    at(story, 12), then -> then.pass(giver.id(), new PassCoupon(receiver, "转赠家人"), "demo|coupon|pass"));
            coupons.asOf(
                    at(story, 11),
                    then -> then.withdraw(birthday.get(last - 1).id(), new EndCoupon("重复发放"), "demo|coupon|withdraw"));
        }
        for (int i = 0; i < gifts.size() / 2; i++) {
            var gift = gifts.get(i).id();
            var key = "demo|coupon|gift|" + i;
            coupons.asOf(at(story, 9), then -> then.handOver(gift, new HandOverGift(store), key));
        }
    }

    private List<CouponView> issue(DemoStory story, UUID batch, List<MemberId> members, String reason) {
        var command = new IssueCoupons(batch, members, List.of(), reason);
        return coupons.asOf(at(story, DAYS_AGO), then -> then.issue(command, "demo|coupons|" + batch))
                .coupons();
    }

    private Instant at(DemoStory story, int daysAgo) {
        return story.today()
                .minusDays(daysAgo)
                .atTime(9, 10)
                .atZone(time.zone())
                .toInstant();
    }

    private static List<MemberId> every(List<MemberId> members, int nth) {
        var some = new ArrayList<MemberId>();
        for (int i = 0; i < members.size(); i += nth) {
            some.add(members.get(i));
        }
        return some;
    }

    /** The batch with this code, entered and opened if it is not there; the one being prepared stays a draft. */
    private UUID enter(BatchDetails details) {
        var there = batches.list(new BatchQuery(null, null, details.code(), null, null))
                .items();
        if (!there.isEmpty()) {
            return there.getFirst().id();
        }
        var batch = batches.enter(details);
        if (!details.code().startsWith("DRAFT")) {
            batches.move(batch.id(), new MoveBatch(BatchView.State.OPEN, batch.version()));
        }
        return batch.id();
    }

    private static List<BatchDetails> shelf(DemoStory story) {
        var season = new Validity.FixedDays(
                story.today().minusDays(30), story.today().plusDays(30));
        var ladder = new Benefit.FullReduction(List.of(step(200, 20), step(300, 40), step(500, 80)));
        var next =
                new Validity.FixedDays(story.today().plusDays(31), story.today().plusDays(60));
        return List.of(
                batch(WELCOME, "入会满百减二十", new Benefit.Cash(yuan(20), yuan(100)), new Validity.DaysFromIssue(21), 2),
                batch(
                        BIRTHDAY,
                        "生日八八折",
                        new Benefit.Discount(BigDecimal.valueOf(12), yuan(50)),
                        new Validity.DaysFromIssue(60),
                        3),
                batch(SEASON, "当季满减", ladder, season, 1),
                batch(GIFT, "青瓷杯垫一对", new Benefit.Gift("青瓷杯垫一对"), new Validity.DaysFromIssue(90), 4),
                batch("DRAFT-NEXT", "下季满减（筹备）", ladder, next, 1));
    }

    private static BatchDetails batch(String code, String name, Benefit benefit, Validity validity, int place) {
        boolean birthday = code.equals(BIRTHDAY);
        return new BatchDetails(
                code,
                name,
                null,
                benefit,
                validity,
                List.of(),
                List.of(),
                List.of(),
                birthday ? 300 : 1_000,
                birthday ? 2 : 1,
                birthday ? 1 : 0,
                code.equals(SEASON),
                place);
    }

    private static Benefit.Step step(long over, long off) {
        return new Benefit.Step(yuan(over), yuan(off));
    }

    private static Money yuan(long yuan) {
        return Money.cny(yuan * 100);
    }
}
