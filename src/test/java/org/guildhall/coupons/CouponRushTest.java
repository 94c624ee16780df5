package org.guildhall.coupons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.guildhall.checkout.Checkouts;
import org.guildhall.coupons.CouponsGround.Limits;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many at once: a coupon is used once, a batch issues what it has, a member receives what the limit allows. */
@GuildhallTest
@Import(CouponsGround.class)
class CouponRushTest {

    private static final int THREADS = 32;

    @Autowired
    TestStaff staff;

    @Autowired
    CouponsGround ground;

    @Autowired
    Coupons coupons;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Ledger ledger;

    @AfterEach
    void every_law_holds() {
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void two_hundred_uses_of_one_coupon_at_once_are_one() throws Exception {
        var member = ground.member();
        var coupon = ground.one(ground.open(CouponsGround.details(new Limits(10, null, 0))), member);
        var basket = ground.basket(member, List.of(coupon.code()), 5_000);
        var command = CouponsGround.at(ground.quote(basket), basket);
        var answers = atOnce(IntStream.range(0, 200)
                .<Callable<String>>mapToObj(i -> () -> ground.outcome(() -> checkouts.commit(command, "rush|" + i)))
                .toList());
        assertThat(answers).filteredOn("done"::equals).hasSize(1);
        assertThat(answers).filteredOn("checkout.quote-outdated"::equals).hasSize(199);
        assertThat(ground.now(coupon.id()).state()).isEqualTo(CouponView.State.USED);
    }

    @Test
    void a_gift_is_handed_over_once_however_many_hand_it_over_withdraw_it_or_pass_it_on() throws Exception {
        var member = ground.member();
        var other = ground.member();
        var details =
                CouponsGround.details(new Benefit.Gift("杯垫"), new Validity.DaysFromIssue(5), new Limits(10, 1, 3));
        var coupon = ground.one(ground.open(details), member).id();
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 40; i++) {
            var key = "k" + i;
            calls.add(() -> ground.outcome(() -> coupons.handOver(coupon, new HandOverGift(ground.store()), key)));
            calls.add(() -> ground.outcome(() -> coupons.withdraw(coupon, new EndCoupon("错发"), key)));
            calls.add(() -> ground.outcome(() -> coupons.pass(coupon, new PassCoupon(other, "转赠"), key)));
        }
        var answers = atOnce(calls);
        assertThat(answers)
                .contains("done")
                .isSubsetOf("done", "coupons.not-usable", "coupons.limit-reached", "coupons.same-member");
        assertThat(ground.now(coupon).state()).isIn(CouponView.State.USED, CouponView.State.WITHDRAWN);
    }

    @Test
    void a_batch_of_a_hundred_issues_a_hundred_and_nobody_has_more_than_two() throws Exception {
        var batch = ground.open(CouponsGround.details(new Limits(100, 2, 0)));
        var members = IntStream.range(0, 60).mapToObj(i -> ground.member()).toList();
        var answers = atOnce(IntStream.range(0, 200)
                .<Callable<String>>mapToObj(i -> () -> {
                    var to = members.get(i % members.size());
                    var command = new IssueCoupons(batch, List.of(to), List.of(), "抢券");
                    return ground.outcome(() -> coupons.issue(command, "grab|" + i));
                })
                .toList());
        assertThat(answers).filteredOn("done"::equals).hasSize(100);
        assertThat(answers).isSubsetOf("done", "coupons.batch-exhausted", "coupons.limit-reached");
        assertThat(ground.batch(batch).counts().left()).isZero();
        for (var member : members) {
            var query = new CouponQuery(member.value(), batch, null, null, null, null, null, null, 200);
            assertThat(staff.asMachine(() -> coupons.list(query)).items()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void the_same_key_sent_many_times_at_once_issues_once() throws Exception {
        var batch = ground.open(CouponsGround.details(new Limits(100, null, 0)));
        var command = new IssueCoupons(batch, List.of(ground.member(), ground.member()), List.of(), "同一次");
        var key = UUID.randomUUID().toString();
        var ids = atOnce(IntStream.range(0, 40)
                .<Callable<String>>mapToObj(i ->
                        () -> staff.asMachine(() -> coupons.issue(command, key)).coupons().stream()
                                .map(CouponView::code)
                                .toList()
                                .toString())
                .toList());
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(ground.batch(batch).counts().issued()).isEqualTo(2);
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var answers = new ArrayList<String>();
            for (Future<String> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
