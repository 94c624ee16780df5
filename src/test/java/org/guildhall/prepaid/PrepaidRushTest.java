package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many at once on one account: exactly what is there is spent, and nothing twice. */
@GuildhallTest
@Import(PrepaidGround.class)
class PrepaidRushTest {

    private static final int THREADS = 32;

    @Autowired
    TestStaff staff;

    @Autowired
    PrepaidGround ground;

    @Autowired
    StoredValue storedValue;

    @Autowired
    Ledger ledger;

    @Test
    void two_hundred_payments_at_once_take_exactly_what_is_there() throws Exception {
        var member = ground.with(500);
        var answers = atOnce(IntStream.range(0, 200)
                .<Callable<String>>mapToObj(i -> () -> ground.outcome(() -> ground.pay(member, 700)))
                .toList());
        assertThat(answers).filteredOn("done"::equals).hasSize(71);
        assertThat(answers).filteredOn("prepaid.balance-too-low"::equals).hasSize(129);
        assertThat(ground.pots(member)).isEqualTo("300+0");
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void a_refund_and_payments_at_once_never_take_the_same_money() throws Exception {
        for (int round = 0; round < 10; round++) {
            var member = ground.with(100);
            var refund = new Refund(
                    new QuoteRefund(null, RefundGround.CONSUMER, false),
                    Money.cny(10_000),
                    PaymentMethod.CASH,
                    null,
                    "race");
            var key = ground.key("refund");
            var calls = new ArrayList<Callable<String>>();
            calls.add(() -> ground.outcome(() -> ground.pay(member, 6_000)));
            calls.add(() -> ground.outcome(() -> storedValue.refund(member, refund, key)));
            calls.add(() -> ground.outcome(() -> ground.pay(member, 6_000)));
            var answers = atOnce(calls);
            boolean refunded = answers.get(1).equals("done");
            assertThat(answers).filteredOn("done"::equals).hasSize(1);
            assertThat(ground.pots(member)).isEqualTo(refunded ? "0+0" : "4000+0");
        }
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void transfers_both_ways_at_once_neither_wait_for_each_other_nor_lose_anything() throws Exception {
        ground.establish(
                PrepaidGround.generous(PrepaidPolicy.Spending.BONUS_FIRST),
                staff.today().minusMonths(1));
        var one = ground.with(1_000);
        var other = ground.with(1_000);
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 60; i++) {
            var from = i % 2 == 0 ? one : other;
            var to = i % 2 == 0 ? other : one;
            var key = ground.key("transfer");
            calls.add(() ->
                    ground.outcome(() -> storedValue.transfer(from, new Transfer(to, Money.cny(1_000), "race"), key)));
        }
        assertThat(atOnce(calls)).containsOnly("done");
        long principal = ground.account(one).principal().minor()
                + ground.account(other).principal().minor();
        long bonus = ground.account(one).bonus().minor()
                + ground.account(other).bonus().minor();
        assertThat(principal).isEqualTo(200_000);
        assertThat(bonus).isEqualTo(40_000);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void the_same_key_sent_many_times_at_once_is_one_payment() throws Exception {
        var member = ground.with(100);
        var command = new Pay(member, Money.cny(1_000), null, false, null, null);
        var key = ground.key("same");
        var answers = atOnce(IntStream.range(0, 50)
                .<Callable<String>>mapToObj(i ->
                        () -> Objects.requireNonNull(staff.asMachine(() -> storedValue.pay(command, key)))
                                .id()
                                .toString())
                .toList());
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(ground.pots(member)).isEqualTo("9000+0");
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
