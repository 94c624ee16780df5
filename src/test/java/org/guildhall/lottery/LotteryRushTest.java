package org.guildhall.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.lottery.LotteryGround.Limits;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many at once: no prize is given more often than there are pieces, and nobody pays for nothing. */
@GuildhallTest
@Import({LotteryGround.class, LotteryGround.Shops.class})
class LotteryRushTest {

    private static final int THREADS = 24;

    @Autowired
    TestStaff staff;

    @Autowired
    LotteryGround ground;

    @Autowired
    Draws draws;

    @Autowired
    Ledger ledger;

    @AfterEach
    void every_law_holds() {
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void a_thousand_draws_at_once_for_ten_pieces_give_ten_and_charge_each_draw_once() throws Exception {
        var gold = LotteryGround.prize("GOLD", new Award.OfThing(5), 1_000_000, 10L);
        var lottery = ground.open(ground.details(7, Limits.NONE, gold, LotteryGround.nothing(0)));
        var members = ground.members(50, 20 * 7);
        var answers = atOnce(IntStream.range(0, 1_000)
                .<Callable<String>>mapToObj(i -> () -> draw(lottery, members.get(i % members.size()), "rush|" + i))
                .toList());
        assertThat(answers).hasSize(1_000).containsOnly("done");
        var counts = ground.now(lottery).counts();
        assertThat(counts.draws()).isEqualTo(1_000);
        assertThat(counts.points()).isEqualTo(7_000);
        assertThat(counts.prizes().getFirst().given()).isEqualTo(10);
        assertThat(counts.prizes().getFirst().left()).isZero();
        assertThat(members)
                .allSatisfy(member -> assertThat(ground.points(member)).isZero());
        assertThat(ground.published(lottery))
                .filteredOn(one -> one.given().equals("GOLD"))
                .extracting(ProofDraw::hit)
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void one_member_at_once_never_exceeds_limits_or_points() throws Exception {
        var lottery = ground.open(ground.details(10, new Limits(1, 5, 8), LotteryGround.nothing(1_000_000)));
        var rich = ground.memberWith(1_000);
        var poor = ground.memberWith(25);
        var answers = atOnce(IntStream.range(0, 60)
                .<Callable<String>>mapToObj(i -> () -> draw(lottery, i % 2 == 0 ? rich : poor, "one|" + i))
                .toList());
        assertThat(answers).isSubsetOf("done", "lottery.daily-limit", "ledger.insufficient-balance");
        assertThat(ground.points(rich)).as("one free, four paid").isEqualTo(960);
        assertThat(ground.points(poor)).as("one free, two paid").isEqualTo(5);
    }

    @Test
    void the_same_key_sent_many_times_at_once_draws_once() throws Exception {
        var lottery = ground.open(ground.details(10, Limits.NONE, LotteryGround.nothing(1_000_000)));
        var member = ground.memberWith(1_000);
        var key = UUID.randomUUID().toString();
        var ids = atOnce(IntStream.range(0, 40)
                .<Callable<String>>mapToObj(i ->
                        () -> staff.asMachine(() -> draws.draw(lottery, new DrawLot(member, null), key))
                                .draw()
                                .id()
                                .toString())
                .toList());
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(ground.points(member)).isEqualTo(990);
    }

    @Test
    void closing_while_many_draw_leaves_no_draw_after_it() throws Exception {
        var batch = ground.batch(500);
        var coupon = LotteryGround.prize("COUPON", new Award.OfCoupon(batch), 1_000_000, 500L);
        var lottery = ground.open(ground.details(1, Limits.NONE, coupon, LotteryGround.nothing(0)));
        var members = ground.members(20, 20);
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 200; i++) {
            int at = i;
            calls.add(() -> draw(lottery, members.get(at % members.size()), "close|" + at));
            if (i == 100) {
                calls.add(() -> ground.outcome(() -> ground.closeAndReveal(lottery)));
            }
        }
        var answers = atOnce(calls);
        assertThat(answers).isSubsetOf("done", "lottery.not-open");
        long drawn = ground.now(lottery).counts().draws();
        assertThat(answers).filteredOn("done"::equals).hasSize((int) drawn + 1);
        assertThat(ground.issued(batch)).isEqualTo(drawn);
    }

    private String draw(UUID lottery, MemberId member, String key) {
        return ground.outcome(() -> draws.draw(lottery, new DrawLot(member, null), key + lottery));
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
