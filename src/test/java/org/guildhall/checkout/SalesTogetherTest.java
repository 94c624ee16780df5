package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.guildhall.checkout.CheckoutGround.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guildhall.checkout.acts.Together;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What one system sells for many tills at the same time is sold in one transaction, and is what each sale is by itself. */
@GuildhallTest
@Import({CheckoutGround.class, CheckoutGround.Books.class, Together.class})
class SalesTogetherTest {

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    Together together;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext sql;

    @Test
    void who_cannot_be_sold_to_is_left_to_hear_why_and_leaves_the_others_alone() {
        var tea = line("茶", "茶", 1, 1_000);
        var again = ground.basket(ground.member(1_000), 300, 0, tea);
        var known = ask(again);
        assertThat(sell(known, "again")).isEqualTo("done");
        var spent = ground.basket(ground.member(450), 300, 0, tea);
        var late = ask(spent);
        assertThat(sell(late, "first")).isEqualTo("done");
        var other = ground.basket(ground.member(), 0, 0, tea);
        var paid = ask(other);
        var unpaid = new CommitCheckout(other, paid.expected(), paid.payments().subList(0, 1));
        var sound = ground.basket(ground.member(700), 300, 0, tea);
        var keys = List.of("again", "late", "unpaid", "sound");
        var commands = List.of(known, late, unpaid, ask(sound));
        assertThat(staff.asMachine(() -> together.sell(commands, keys))).containsExactly(false, false, false, true);
        assertThat(sales(sound.member())).isEqualTo(1);
        assertThat(ground.points(Objects.requireNonNull(sound.member())))
                .isEqualTo(400 + checkoutsOf(sound).items().getFirst().paid().minor() / 100);
        assertThat(sales(other.member())).isZero();
        // And asked for by themselves they are answered as ever.
        assertThat(IntStream.range(0, 4).mapToObj(i -> sell(commands.get(i), keys.get(i))))
                .containsExactly("done", "checkout.quote-outdated", "checkout.payments-differ", "done");
        assertThat(sell(paid, "again")).isEqualTo("checkout.checkout-differs");
        assertThat(sales(again.member())).isEqualTo(1);
        assertThat(sales(spent.member())).isEqualTo(1);
        assertThat(sales(sound.member())).isEqualTo(1);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void a_group_that_fails_has_sold_nothing_and_is_sold_one_by_one() {
        var tea = line("茶", "茶", 1, 1_000);
        var poisoned = ground.basket(ground.member(1_000), 100, 0, tea);
        var commands = new ArrayList<>(List.of(ask(poisoned)));
        var keys = new ArrayList<>(List.of("poison"));
        useNumberOf(commands.getFirst(), "poison");
        var sound = new ArrayList<MemberId>();
        for (int i = 0; i < 8; i++) {
            var basket = ground.basket(ground.member(1_000), 200, 0, tea);
            sound.add(Objects.requireNonNull(basket.member()));
            commands.add(ask(basket));
            keys.add("beside-poison|" + i);
        }
        assertThat(staff.asMachine(() -> together.sell(commands, keys))).containsOnly(false);
        assertThat(sound).allSatisfy(member -> {
            assertThat(sales(member)).isZero();
            assertThat(ground.points(member)).isEqualTo(1_000);
        });
        assertThat(sell(commands.getFirst(), keys.getFirst())).isEqualTo("loyalty.purchase-differs");
        assertThat(IntStream.range(1, 9).mapToObj(i -> sell(commands.get(i), keys.get(i))))
                .containsOnly("done");
        assertThat(sales(poisoned.member())).isZero();
        assertThat(ground.points(Objects.requireNonNull(poisoned.member()))).isEqualTo(1_000);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    @Timeout(60)
    void who_waits_for_a_member_that_is_held_does_not_hold_up_the_others() throws Exception {
        var tea = line("茶", "茶", 1, 1_000);
        var held = List.of(ground.member(), ground.member(), ground.member());
        var free = ask(ground.basket(ground.member(), 0, 0, tea));
        var go = new CountDownLatch(1);
        var locked = new CountDownLatch(1);
        try (var pool = Executors.newCachedThreadPool()) {
            var holder = pool.submit(() -> staff.asMachine(() -> transaction.execute(status -> {
                loyalty.lock(held);
                locked.countDown();
                await(go);
                return true;
            })));
            locked.await();
            var waiting = new ArrayList<Future<String>>();
            for (var member : held) {
                var command = ask(ground.basket(member, 0, 0, tea));
                waiting.add(pool.submit(() -> sell(command, "held|" + member)));
            }
            try {
                var others = pool.submit(() -> sell(free, "free"));
                assertThat(others.get(20, TimeUnit.SECONDS)).isEqualTo("done");
                assertThat(waiting).noneMatch(Future::isDone);
            } finally {
                go.countDown();
            }
            assertThat(holder.get()).isTrue();
            for (var one : waiting) {
                assertThat(one.get()).isEqualTo("done");
            }
        }
    }

    @Test
    @Timeout(120)
    void whoever_comes_together_everything_is_sold_once() throws Exception {
        var tea = line("茶", "茶", 1, 1_000);
        var members = IntStream.range(0, 25).mapToObj(i -> ground.member(900)).toList();
        var calls = new ArrayList<Callable<String>>();
        for (int round = 0; round < 4; round++) {
            for (var member : members) {
                var basket = ground.basket(member, round < 2 ? 200 : 0, 0, tea);
                var command = ask(basket);
                var key = "crowd|" + round + "|" + member;
                calls.add(() -> sell(command, key));
                calls.add(() -> sell(command, key));
            }
        }
        Collections.shuffle(calls, new Random(8));
        try (var pool = Executors.newFixedThreadPool(32)) {
            for (var answer : pool.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo("done");
            }
        }
        assertThat(members).allSatisfy(member -> {
            assertThat(sales(member)).isEqualTo(4);
            assertThat(trail(member)).containsOnly("checkout.sold").hasSize(4);
            var earned = sql.fetch("select sum(points_earned) from checkout.sale where member_id = ?", member.value());
            assertThat(ground.points(member)).isEqualTo(500 + earned.getFirst().get(0, Long.class));
        });
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void only_what_its_keeper_enters_in_the_trail_is_recorded_together() {
        var member = ground.member();
        var fact = new PurchaseFact(
                "till",
                "t-1",
                member,
                Instant.parse("2026-01-06T02:00:00Z"),
                null,
                null,
                Money.cny(1),
                List.of(),
                null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> staff.asMachine(() -> transaction.execute(
                        status -> loyalty.lock(List.of(member)).recordNew(List.of(fact), List.of()))));
    }

    private List<String> trail(MemberId member) {
        return sql.fetch(
                        "select act from access.audit where member_id = ? and (act like 'checkout.%' or act like 'loyalty.%')",
                        member.value())
                .map(row -> row.get(0, String.class));
    }

    /** The receipt's number of a sale to come is used for something else, which only the books of purchases know. */
    private void useNumberOf(CommitCheckout command, String key) {
        var number = transaction.execute(status -> {
            status.setRollbackOnly();
            return staff.asMachine(() -> checkouts.commit(command, key))
                    .checkout()
                    .number();
        });
        var fact = new PurchaseFact(
                "checkout",
                Objects.requireNonNull(number),
                Objects.requireNonNull(command.basket().member()),
                Instant.parse("2026-01-06T02:00:00Z"),
                ground.store(),
                null,
                Money.cny(1),
                List.of(),
                null);
        staff.asMachine(() -> transaction.execute(status -> loyalty.record(fact)));
    }

    private String sell(CommitCheckout command, String key) {
        MDC.put("requestId", key.replace("|twin", ""));
        try {
            return ground.outcome(() -> checkouts.commit(command, key));
        } finally {
            MDC.remove("requestId");
        }
    }

    private CommitCheckout ask(Basket basket) {
        return CheckoutGround.at(ground.quote(basket), basket);
    }

    private Slice<CheckoutRow> checkoutsOf(Basket basket) {
        var member = Objects.requireNonNull(basket.member());
        return staff.asMachine(
                () -> checkouts.list(new CheckoutQuery(null, member.value(), null, null, null, null, 10)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int sales(@Nullable MemberId member) {
        return sql.fetch(
                        "select checkout_id from checkout.sale where member_id = ?",
                        Objects.requireNonNull(member).value())
                .size();
    }
}
