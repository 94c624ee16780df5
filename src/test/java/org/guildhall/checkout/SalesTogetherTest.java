package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.platform.Combiner;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What one system sells for many tills at the same time is sold in one transaction, and is what each sale is by itself. */
@GuildhallTest
@Import({CheckoutGround.class, CheckoutGround.Books.class})
class SalesTogetherTest {

    /** Everything that a sale leaves behind, without what differs from one sale to the next by its nature. */
    private static final List<String> TRACES = List.of("""
            select p.kind, p.cause_type, p.actor, e.line, e.asset, e.contra, e.expires_on, e.amount, e.occurred_at
            from ledger.entry e join ledger.posting p on p.member_id = e.member_id and p.posting_id = e.posting_id
            where e.member_id = ? order by 1, 2, 3, 4, 5, 6, 7, 8, 9
            """, """
            select asset, balance, held from ledger.account where member_id = ? order by 1
            """, """
            select asset, expires_on, amount from ledger.lot where member_id = ? order by 1, 2
            """, """
            select tier, growth, spend_minor, visits, last_purchase_at, revision, steps
            from loyalty.standing where member_id = ?
            """, """
            select source, occurred_at, store_id, total_minor, currency, line_products, line_amounts_minor, recorded_at
            from loyalty.purchase where member_id = ? order by 2, 4
            """, """
            select store_id, currency, list_amount, discount, coupon_amount, points, points_amount, stored, tendered,
              points_posting is null, stored_movement is null, purchase_id is null, points_earned, inputs,
              policy_version, occurred_on, occurred_at, recorded_at, actor
            from checkout.sale where member_id = ? order by 3, 4
            """, """
            select l.line_number, l.product, l.category, l.quantity, l.list_amount, l.discount, l.points_amount, l.paid
            from checkout.line l join checkout.sale s using (checkout_id) where s.member_id = ? order by 1, 5, 8
            """, """
            select p.place, p.method, p.amount, p.back, p.reference, p.store_id, p.occurred_on, p.occurred_at, p.actor
            from checkout.payment p join checkout.sale s using (checkout_id) where s.member_id = ? order by 1, 3
            """, """
            select act, subject_kind, unit_id, actor, request_id, facts - 'number'
            from access.audit where member_id = ? order by 1, 6
            """);

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

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

    /** Somebody to buy something, and their twin. */
    private record Pair(MemberId together, MemberId alone, Basket basket, String key) {

        Basket twins() {
            return new Basket(
                    alone, basket.store(), basket.lines(), basket.points(), basket.stored(), basket.coupons());
        }
    }

    @Test
    void a_sale_among_others_is_what_it_is_by_itself() throws Exception {
        for (int round = 0; round < 4; round++) {
            var random = new Random(90 + round);
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < 20; i++) {
                pairs.add(pair(random, "together|" + round + "|" + i));
            }
            var asked = pairs.stream()
                    .map(pair -> CheckoutGround.at(ground.quote(pair.basket), pair.basket))
                    .toList();
            var outcomes = meanwhile(pairs.stream()
                    .<Supplier<String>>map(pair -> () -> sell(asked.get(pairs.indexOf(pair)), pair.key))
                    .toList());
            assertThat(outcomes).containsOnly("done");
            for (var pair : pairs) {
                transaction.executeWithoutResult(status ->
                        sell(CheckoutGround.at(ground.quote(pair.twins()), pair.twins()), pair.key + "|twin"));
                assertThat(traces(pair.together)).isEqualTo(traces(pair.alone));
            }
            assertThat(transactions(pairs.stream().map(Pair::together).toList()))
                    .as("sold in one transaction, or in two if both leaders led")
                    .isLessThanOrEqualTo(2);
        }
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void who_cannot_be_sold_to_hears_why_and_leaves_the_others_alone() throws Exception {
        var tea = line("茶", "茶", 1, 1_000);
        var again = ground.basket(ground.member(1_000), 300, 0, tea);
        var known = CheckoutGround.at(ground.quote(again), again);
        assertThat(sell(known, "again")).isEqualTo("done");
        var twice = ground.basket(ground.member(450), 300, 0, tea);
        var once = CheckoutGround.at(ground.quote(twice), twice);
        var other = ground.basket(ground.member(), 0, 0, tea);
        var paid = CheckoutGround.at(ground.quote(other), other);
        var unpaid = new CommitCheckout(other, paid.expected(), paid.payments().subList(0, 1));
        var stored = ground.member();
        ground.topUp(stored, 5_000);
        var withStored = ground.basket(stored, 0, 700, tea);
        var wallet = CheckoutGround.at(ground.quote(withStored), withStored);
        var outcomes = meanwhile(List.of(
                () -> sell(known, "again"),
                () -> sell(paid, "again"),
                () -> sell(once, "twice-1"),
                () -> sell(once, "twice-2"),
                () -> sell(unpaid, "unpaid"),
                () -> sell(wallet, "wallet"),
                () -> sell(paid, "paid")));
        assertThat(outcomes)
                .containsExactly(
                        "done",
                        "checkout.checkout-differs",
                        outcomes.get(2),
                        outcomes.get(3),
                        "checkout.payments-differ",
                        "done",
                        "done");
        assertThat(outcomes.subList(2, 4))
                .as("whoever of the two is first")
                .containsExactlyInAnyOrder("done", "checkout.quote-outdated");
        assertThat(ground.stored(stored)).isEqualTo(4_300);
        assertThat(sales(again.member())).isEqualTo(1);
        assertThat(sales(twice.member())).isEqualTo(1);
        assertThat(sales(other.member())).isEqualTo(1);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void a_group_that_fails_is_sold_one_by_one() throws Exception {
        var tea = line("茶", "茶", 1, 1_000);
        var poisoned = ground.basket(ground.member(1_000), 100, 0, tea);
        var poison = CheckoutGround.at(ground.quote(poisoned), poisoned);
        // Its receipt's number was used for something else, which only the books of purchases know.
        var number = transaction.execute(status -> {
            status.setRollbackOnly();
            return staff.asMachine(() -> checkouts.commit(poison, "poison"))
                    .checkout()
                    .number();
        });
        var fact = staff.asMachine(() -> transaction.execute(status -> loyalty.record(new PurchaseFact(
                "checkout",
                Objects.requireNonNull(number),
                Objects.requireNonNull(poisoned.member()),
                Instant.parse("2026-01-06T02:00:00Z"),
                ground.store(),
                null,
                Money.cny(1),
                List.of(),
                null))));
        assertThat(fact).isNotNull();
        var calls = new ArrayList<Supplier<String>>(List.of(() -> sell(poison, "poison")));
        var sound = new ArrayList<MemberId>();
        for (int i = 0; i < 8; i++) {
            var basket = ground.basket(ground.member(1_000), 200, 0, tea);
            var command = CheckoutGround.at(ground.quote(basket), basket);
            var key = "beside-poison|" + i;
            sound.add(Objects.requireNonNull(basket.member()));
            calls.add(() -> sell(command, key));
        }
        var outcomes = meanwhile(calls);
        assertThat(outcomes.getFirst()).isEqualTo("loyalty.purchase-differs");
        assertThat(outcomes.subList(1, 9)).containsOnly("done");
        assertThat(sales(poisoned.member())).isZero();
        assertThat(ground.points(Objects.requireNonNull(poisoned.member()))).isEqualTo(1_000);
        assertThat(sound).allSatisfy(member -> assertThat(sales(member)).isEqualTo(1));
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    private Pair pair(Random random, String key) {
        long points = random.nextInt(3) * 700L;
        boolean gold = random.nextInt(4) == 0;
        var together = gold ? ground.gold(points + 1, 300) : ground.member(points + 1);
        var alone = gold ? ground.gold(points + 1, 300) : ground.member(points + 1);
        var lines = new ArrayList<Basket.Line>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            // Now and then enough for another tier.
            long fen = random.nextInt(5) == 0 ? 1_500_000 : random.nextInt(20_000);
            lines.add(line("货" + i, random.nextBoolean() ? "茶" : "烟", 1 + random.nextInt(3), fen));
        }
        var basket = ground.basket(together, random.nextInt(3) * 200L, 0, lines.toArray(Basket.Line[]::new));
        return new Pair(together, alone, basket, key);
    }

    private String sell(CommitCheckout command, String key) {
        MDC.put("requestId", key.replace("|twin", ""));
        try {
            return ground.outcome(() -> checkouts.commit(command, key));
        } finally {
            MDC.remove("requestId");
        }
    }

    /** Holds the counter up by two sales that wait for a lock, lets all others ask meanwhile, and lets go. */
    private List<String> meanwhile(List<Supplier<String>> calls) throws Exception {
        var blocked = List.of(ground.member(), ground.member());
        var locked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var holder = Thread.ofPlatform()
                .start(() -> staff.asMachine(() -> transaction.execute(status -> {
                    loyalty.lock(blocked);
                    locked.countDown();
                    await(go);
                    return status;
                })));
        locked.await();
        var answers = new ArrayList<CompletableFuture<String>>();
        for (var member : blocked) {
            var basket = ground.basket(member, 0, 0, line("茶", "茶", 1, 1_000));
            var command = CheckoutGround.at(ground.quote(basket), basket);
            started(() -> sell(command, "blocked|" + member));
        }
        while (sql.fetch("select pid from pg_locks where not granted").size() < blocked.size()) {
            Thread.sleep(5);
        }
        var threads = new ArrayList<Thread>();
        for (var call : calls) {
            var answer = new CompletableFuture<String>();
            answers.add(answer);
            threads.add(started(() -> {
                try {
                    answer.complete(call.get());
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            }));
        }
        // All that can be sold with others wait in the queue; what cannot is done or waits for nothing.
        for (var thread : threads) {
            while (thread.isAlive() && !isQueued(thread)) {
                Thread.sleep(5);
            }
        }
        go.countDown();
        holder.join();
        var outcomes = new ArrayList<String>();
        for (var answer : answers) {
            outcomes.add(answer.get());
        }
        return outcomes;
    }

    private static boolean isQueued(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(Combiner.class.getName()));
    }

    private static Thread started(Runnable work) {
        return Thread.ofPlatform().start(work);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<List<String>> traces(MemberId member) {
        return TRACES.stream()
                .map(query -> sql.fetch(query, member.value()).map(row -> row.toString()))
                .toList();
    }

    private int sales(@Nullable MemberId member) {
        return sql.fetch(
                        "select checkout_id from checkout.sale where member_id = ?",
                        Objects.requireNonNull(member).value())
                .size();
    }

    /** How many transactions wrote the sales to these members. */
    private int transactions(List<MemberId> members) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.fetch("select distinct xmin::text from checkout.sale where member_id = any(?)", (Object) ids)
                .size();
    }
}
