package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many at once on one account: exactly what is there is spent, nothing below the floor, and nothing twice. */
@GuildhallTest
@Import({CheckoutGround.class, CheckoutGround.Books.class})
class CounterRushTest {

    private static final int THREADS = 32;

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Ledger ledger;

    @Test
    void two_hundred_checkouts_at_once_redeem_exactly_what_is_there() throws Exception {
        var member = ground.member(2_000, 1_050);
        var basket = ground.basket(member, 100, 0, line("茶", "茶", 1, 200));
        var command = CheckoutGround.at(ground.quote(basket), basket);
        var answers = atOnce(IntStream.range(0, 200)
                .<Callable<String>>mapToObj(i -> () -> ground.outcome(() -> checkouts.commit(command, "rush|" + i)))
                .toList());
        // What is earned meanwhile may be spent by a later checkout, never by its own.
        long sold = answers.stream().filter("done"::equals).count();
        long earned = ground.points(member) - 3_050 + sold * 100;
        assertThat(answers).containsOnly("done", "checkout.quote-outdated");
        assertThat(sold).isEqualTo((3_050 + earned) / 100);
        assertThat(ground.points(member)).isBetween(0L, 99L);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void stored_value_is_never_overdrawn_and_who_is_refused_leaves_nothing_behind() throws Exception {
        var member = ground.member();
        ground.topUp(member, 5_000);
        var basket = ground.basket(member, 0, 700, line("茶", "茶", 1, 700));
        var command = CheckoutGround.at(ground.quote(basket), basket);
        var answers = atOnce(IntStream.range(0, 100)
                .<Callable<String>>mapToObj(i -> () -> ground.outcome(() -> checkouts.commit(command, "stored|" + i)))
                .toList());
        assertThat(answers).filteredOn("done"::equals).hasSize(7);
        assertThat(answers).filteredOn("checkout.quote-outdated"::equals).hasSize(93);
        assertThat(ground.stored(member)).isEqualTo(100);
        var query = new CheckoutQuery(null, member.value(), null, null, null, null, 200);
        assertThat(staff.asMachine(() -> checkouts.list(query)).items()).hasSize(7);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void the_same_key_sent_many_times_at_once_is_one_checkout() throws Exception {
        var member = ground.member(1_000);
        var basket = ground.basket(member, 300, 0, line("茶", "茶", 1, 1_000));
        var command = CheckoutGround.at(ground.quote(basket), basket);
        var nobody = ground.basket(null, 0, 0, line("茶", "茶", 1, 1_000));
        var other = CheckoutGround.at(ground.quote(nobody), nobody);
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 50; i++) {
            calls.add(() -> staff.asMachine(() -> checkouts.commit(command, "same"))
                    .checkout()
                    .number());
            calls.add(() -> staff.asMachine(() -> checkouts.commit(other, "same-nobody"))
                    .checkout()
                    .number());
        }
        assertThat(atOnce(calls).stream().distinct()).hasSize(2);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void a_checkout_is_taken_back_once_however_many_ask_at_once() throws Exception {
        var member = ground.member(1_000);
        ground.topUp(member, 2_000);
        var sold = ground.sell(ground.basket(member, 300, 333, line("茶", "茶", 10, 1_000), line("杯", "杯", 7, 799)));
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 40; i++) {
            calls.add(() -> ground.outcome(() -> ground.giveBack(sold, new ReturnParts.Part(1, 1_000))));
            calls.add(() -> ground.outcome(() -> ground.giveBack(sold, new ReturnParts.Part(2, 1_000))));
        }
        var answers = atOnce(calls);
        assertThat(answers).filteredOn("done"::equals).hasSize(17);
        assertThat(answers).filteredOn("checkout.return-too-large"::equals).hasSize(63);
        assertThat(ground.points(member)).isEqualTo(1_000);
        assertThat(ground.stored(member)).isEqualTo(2_000);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
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
