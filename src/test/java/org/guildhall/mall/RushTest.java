package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Everybody wants it at once: exactly what is there is sold, and nobody pays for nothing. */
@GuildhallTest
@Import(MallGround.class)
class RushTest {

    private static final int THREADS = 64;

    @Autowired
    TestStaff staff;

    @Autowired
    MallGround ground;

    @Autowired
    Redemptions redemptions;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Test
    void a_thousand_buyers_of_a_hundred_pieces_get_exactly_a_hundred_and_nobody_else_is_charged() throws Exception {
        var reward = ground.reward(50, 2_990, 100);
        ground.store();
        var buyers = ground.members(
                IntStream.range(0, 1_000).mapToObj(i -> i % 10 == 0 ? 49L : 80L).toList());
        var answers = atOnce(IntStream.range(0, 1_000)
                .mapToObj(i -> order(buyers.get(i), reward, "rush|" + reward.id() + "|" + i))
                .toList());

        int sold = 0;
        for (int i = 0; i < buyers.size(); i++) {
            boolean got = answers.get(i).equals("sold");
            sold += got ? 1 : 0;
            long had = i % 10 == 0 ? 49 : 80;
            assertThat(ground.points(buyers.get(i))).isEqualTo(got ? had - 50 : had);
            assertThat(answers.get(i))
                    .isIn(
                            i % 10 == 0
                                    ? List.of("ledger.insufficient-balance", "mall.sold-out")
                                    : List.of("sold", "mall.sold-out"));
        }
        assertThat(sold).isEqualTo(100);
        assertThat(taken(reward))
                .as("money of those who got one, and of nobody else")
                .isEqualTo("100 orders, 299000 fen");
        assertThat(ground.now(reward).stock()).isEqualTo(new RewardView.StockView(100, 0, 100, 0));
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void two_hundred_changes_of_one_account_at_once_are_exact() throws Exception {
        var member = ground.memberWith(1_000);
        var rewards =
                IntStream.range(0, 4).mapToObj(i -> ground.reward(7, 1_000)).toList();
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            calls.add(
                    i % 2 == 0
                            ? order(
                                    member,
                                    rewards.get(i % 4),
                                    "one|" + rewards.get(0).id() + "|" + i)
                            : () -> {
                                ground.give(member, number, null);
                                return "given";
                            });
        }
        var answers = atOnce(calls);
        long sold = answers.stream().filter("sold"::equals).count();
        long given = IntStream.range(0, 200).filter(i -> i % 2 == 1).sum();
        assertThat(sold).isEqualTo(10);
        assertThat(answers.stream().filter("mall.daily-limit"::equals).count()).isEqualTo(90);
        assertThat(ground.points(member)).isEqualTo(1_000 + given - 7 * sold);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void the_same_key_sent_many_times_at_once_is_one_order() throws Exception {
        var member = ground.memberWith(1_000);
        var reward = ground.reward(100, 50);
        var key = "same|" + reward.id();
        var answers = atOnce(IntStream.range(0, 100)
                .mapToObj(i -> order(member, reward, key))
                .toList());
        assertThat(answers).filteredOn("sold"::equals).hasSize(1);
        assertThat(answers).filteredOn("earlier"::equals).hasSize(99);
        assertThat(ground.points(member)).isEqualTo(900);
    }

    private String taken(RewardView reward) {
        return sql.fetchSingle("""
                        select count(distinct order_id) || ' orders, ' || sum(amount) || ' fen'
                        from mall.payment
                        join mall.redemption using (order_id)
                        where reward_id = ?
                        """, reward.id()).get(0, String.class);
    }

    private Callable<String> order(MemberId member, RewardView reward, String key) {
        return () -> {
            try {
                var cash = reward.details().cash();
                var payment = cash == null ? null : MallGround.paid(ground.store(), cash.minor());
                var asked = new Redeem(
                        member, reward.id(), 1, null, reward.details().price(null, 1), payment);
                var placed = staff.asMachine(() -> redemptions.redeem(asked, key));
                return placed.replayed() ? "earlier" : "sold";
            } catch (Refusal refusal) {
                return refusal.reason().code();
            }
        };
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
