package org.guildhall.coupons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.guildhall.checkout.CheckoutView;
import org.guildhall.checkout.ReturnParts;
import org.guildhall.coupons.CouponsGround.Limits;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whatever happens to coupons in whatever order, each act ends as a plain model expects, and so does each coupon. */
@GuildhallTest
@Import(CouponsGround.class)
class CouponHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("guildhall.histories", 25);
    private static final int ACTS = 30;
    private static final int LOCK_MINUTES = 30;

    @Autowired
    TestStaff staff;

    @Autowired
    CouponsGround ground;

    @Autowired
    Coupons coupons;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    /** Something that happens; {@code which} picks a member or coupon. */
    record Act(Kind kind, int which) {}

    enum Kind {
        ISSUE,
        LOCK,
        RELEASE,
        USE,
        GIVE_BACK_SOME,
        GIVE_BACK_ALL,
        WITHDRAW,
        PASS,
        MINUTES_PASS,
        DAYS_PASS
    }

    @Test
    void every_coupon_is_where_a_plain_model_says() {
        var start = clock.instant();
        try {
            Histories.hold(HISTORIES, CouponHistoriesTest::make, this::live);
            assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
        } finally {
            clock.moveTo(start);
        }
    }

    private static List<Act> make(Random random) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < ACTS; i++) {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            boolean more = random.nextInt(3) == 0;
            acts.add(new Act(more ? (random.nextBoolean() ? Kind.ISSUE : Kind.USE) : kind, random.nextInt(8)));
        }
        return acts;
    }

    private void live(List<Act> acts) {
        var members = List.of(ground.member(), ground.member());
        var benefit = new Benefit.Cash(Money.cny(1_000), Money.cny(0));
        var batch = ground.open(CouponsGround.details(benefit, new Validity.DaysFromIssue(3), new Limits(6, 4, 1)));
        var model = new CouponModel(batch, members, 6, 4);
        for (var act : acts) {
            step(model, act);
            clock.advance(Duration.ofSeconds(1));
        }
        for (var coupon : model.coupons) {
            var now = ground.now(coupon.id);
            assertThat(now.state()).as(coupon.code).isEqualTo(model.state(coupon, clock.instant(), staff.today()));
            assertThat(now.member()).isEqualTo(members.get(coupon.holder));
        }
        assertThat(ground.batch(batch).counts().left()).isEqualTo(model.left());
    }

    private void step(CouponModel model, Act act) {
        if (act.kind == Kind.MINUTES_PASS) {
            clock.advance(Duration.ofMinutes(7L * act.which));
            return;
        }
        if (act.kind == Kind.DAYS_PASS) {
            clock.advance(Duration.ofDays(act.which % 2));
            return;
        }
        if (act.kind == Kind.ISSUE) {
            issue(model, act.which % 2);
            return;
        }
        if (model.coupons.isEmpty()) {
            return;
        }
        var coupon = model.coupons.get(act.which % model.coupons.size());
        switch (act.kind) {
            case USE -> use(model, coupon);
            case GIVE_BACK_SOME -> giveBack(coupon, 500);
            case GIVE_BACK_ALL -> giveBack(coupon, coupon.left);
            default -> move(model, coupon, act.kind);
        }
    }

    private void issue(CouponModel model, int member) {
        var expected = model.issue(member);
        var command = new IssueCoupons(model.batch, List.of(model.members.get(member)), List.of(), "历史");
        try {
            var issued = staff.asMachine(() -> coupons.issue(command, "h|" + UUID.randomUUID()));
            assertThat("done").isEqualTo(expected);
            var one = issued.coupons().getFirst();
            model.coupons.add(new CouponModel.Coupon(one.id(), one.code(), member, one.lastDay()));
        } catch (Refusal refusal) {
            assertThat(refusal.reason().code()).isEqualTo(expected);
        }
    }

    /** A coupon that can be used takes ten yuan off; one that cannot takes nothing, and the sale goes on without it. */
    private void use(CouponModel model, CouponModel.Coupon coupon) {
        var member = model.members.get(coupon.holder);
        boolean usable = model.usable(coupon, clock.instant(), staff.today(), true);
        CheckoutView sold = ground.sell(ground.basket(member, List.of(coupon.code), 3_000));
        assertThat(sold.couponAmount()).isEqualTo(Money.cny(usable ? 1_000 : 0));
        if (usable) {
            coupon.use(sold);
        }
    }

    private void giveBack(CouponModel.Coupon coupon, long quantity) {
        var sold = coupon.sold;
        if (sold == null) {
            return;
        }
        long some = Math.min(quantity, coupon.left);
        var back = ground.giveBack(sold, new ReturnParts.Part(1, some));
        boolean whole = coupon.giveBack(some);
        assertThat(back.returns().getLast().coupons()).hasSize(whole ? 1 : 0);
        assertThat(back.coupons().getFirst().back()).isEqualTo(whole);
        if (whole) {
            assertThat(back.returns().getLast().coupons().getFirst().usable())
                    .isEqualTo(!coupon.lastDay.isBefore(staff.today()));
        }
    }

    private void move(CouponModel model, CouponModel.Coupon coupon, Kind kind) {
        var key = "h|" + UUID.randomUUID();
        var other = 1 - coupon.holder;
        var now = clock.instant();
        var expected = switch (kind) {
            case LOCK -> model.lock(coupon, now, staff.today(), now.plus(Duration.ofMinutes(LOCK_MINUTES)));
            case RELEASE -> model.release(coupon, now, staff.today());
            case WITHDRAW -> model.withdraw(coupon);
            default -> model.pass(coupon, now, staff.today());
        };
        var outcome = ground.outcome(() -> switch (kind) {
            case LOCK -> coupons.lock(coupon.id, new LockCoupon(ground.store(), LOCK_MINUTES), key);
            case RELEASE -> coupons.release(coupon.id, new EndCoupon("历史"), key);
            case WITHDRAW -> coupons.withdraw(coupon.id, new EndCoupon("历史"), key);
            default -> coupons.pass(coupon.id, new PassCoupon(model.members.get(other), "历史"), key);
        });
        assertThat(outcome).as(kind + " of " + coupon.code).isEqualTo(expected);
    }
}
