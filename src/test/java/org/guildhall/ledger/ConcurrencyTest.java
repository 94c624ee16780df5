package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private final MemberId member = LedgerWorld.member();
    private LedgerWorld one;
    private LedgerWorld other;

    /** Two instances of the product on one database. */
    @BeforeEach
    void open() {
        var database = TestDatabase.fresh();
        one = new LedgerWorld(database.url(), database.user(), database.password(), Clock.systemUTC(), Map.of());
        other = new LedgerWorld(database.url(), database.user(), database.password(), Clock.systemUTC(), Map.of());
    }

    @AfterEach
    void every_law_holds_at_the_end() {
        assertThat(one.as(() -> one.ledger().prove()))
                .allSatisfy(proof ->
                        assertThat(proof.counterExample()).as(proof.law()).isNull());
        one.close();
        other.close();
    }

    @Test
    void two_hundred_parallel_changes_of_one_account_are_exact() throws Exception {
        parallel(200, i -> submit(i % 2 == 0 ? one : other, "g" + i, new Movement.Grant(Asset.POINTS, 7, null)));
        assertThat(one.ledger().balances(member).of(Asset.POINTS)).isEqualTo(1_400);
    }

    @Test
    void two_hundred_parallel_transactions_of_callers_and_lanes_are_exact() throws Exception {
        parallel(
                200,
                i -> i % 2 == 0
                        ? submit(one, "c" + i, new Movement.Grant(Asset.POINTS, 3, null))
                        : other.inTransaction(() -> other.ledger()
                                .post(List.of(posting(member, "c" + i, new Movement.Grant(Asset.POINTS, 3, null))))
                                .getFirst()));
        assertThat(one.ledger().balances(member).of(Asset.POINTS)).isEqualTo(600);
    }

    @Test
    void an_account_that_two_transactions_open_at_once_is_planned_on_again_by_the_second() throws Exception {
        var booked = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> one.inTransaction(() -> {
                one.ledger().post(List.of(posting(member, "first", new Movement.Grant(Asset.POINTS, 5, null))));
                booked.countDown();
                untilSomebodyWaits();
                return true;
            }));
            booked.await();
            var second = threads.submit(() -> other.inTransaction(() -> {
                other.ledger()
                        .postNew(List.of(
                                posting(member, "second", new Movement.Grant(Asset.POINTS, 7, null)),
                                posting(member, "third", new Movement.Grant(Asset.GROWTH, 1, null))));
                return other.ledger().post(List.of(posting(member, "spend", new Movement.Spend(Asset.POINTS, 12))));
            }));
            assertThat(first.get()).isTrue();
            assertThat(second.get().getFirst().balances()).containsEntry(Asset.POINTS, 0L);
        }
        assertThat(one.ledger().balances(member).of(Asset.GROWTH)).isEqualTo(1);
    }

    private void untilSomebodyWaits() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end
                && one.sql().fetch("select from pg_locks where not granted").isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void parallel_spends_never_take_more_than_there_is_and_a_refusal_sinks_nobody_else() throws Exception {
        submit(one, "start", new Movement.Grant(Asset.POINTS, 100, null));
        var refused = new AtomicInteger();
        parallel(200, i -> {
            try {
                return submit(i % 2 == 0 ? one : other, "s" + i, new Movement.Spend(Asset.POINTS, 3));
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("ledger.insufficient-balance");
                refused.incrementAndGet();
                return null;
            }
        });
        assertThat(refused.get()).isEqualTo(200 - 33);
        assertThat(one.ledger().balances(member).of(Asset.POINTS)).isEqualTo(1);
    }

    @Test
    void the_same_key_sent_in_parallel_to_two_instances_books_once() throws Exception {
        var replayed = new AtomicInteger();
        parallel(100, i -> {
            var receipt = submit(i % 2 == 0 ? one : other, "same", new Movement.Grant(Asset.POINTS, 5, null));
            if (receipt.replayed()) {
                replayed.incrementAndGet();
            }
            return receipt;
        });
        assertThat(replayed.get()).isEqualTo(99);
        assertThat(one.ledger().balances(member).of(Asset.POINTS)).isEqualTo(5);
    }

    @Test
    void postings_of_the_same_members_in_opposite_orders_do_not_block_each_other_for_good() throws Exception {
        var members = IntStream.range(0, 20).mapToObj(i -> LedgerWorld.member()).toList();
        for (var each : members) {
            one.inTransaction(() ->
                    one.ledger().post(List.of(posting(each, "open", new Movement.Grant(Asset.POINTS, 1, null)))));
        }
        parallel(40, i -> {
            var postings = new ArrayList<Posting>();
            for (var each : i % 2 == 0 ? members : members.reversed()) {
                postings.add(posting(each, "o" + i, new Movement.Grant(Asset.POINTS, 1, null)));
            }
            var world = i % 4 < 2 ? one : other;
            return world.inTransaction(() -> world.ledger().post(postings));
        });
        assertThat(one.ledger().balances(members, Asset.POINTS).values()).allMatch(balance -> balance == 41);
    }

    @Test
    void what_was_taken_before_a_shutdown_is_booked_and_what_comes_after_is_refused() {
        var futures = IntStream.range(0, 300)
                .mapToObj(i -> one.as(() ->
                        one.ledger().submit(posting(member, "d" + i, new Movement.Grant(Asset.POINTS, 1, null)), null)))
                .toList();
        var lanes = one.part(org.guildhall.ledger.booking.Lanes.class);
        lanes.stop();
        assertThat(futures).allMatch(CompletableFuture::isDone);
        assertThat(one.ledger().balances(member).of(Asset.POINTS)).isEqualTo(300);
        var late = one.as(() ->
                one.ledger().submit(posting(member, "late", new Movement.Grant(Asset.POINTS, 1, null)), null));
        assertThat(late).isCompletedExceptionally();
    }

    private Receipt submit(LedgerWorld world, String key, Movement movement) {
        return world.as(() ->
                world.ledger().submit(posting(member, key, movement), null).join());
    }

    private Posting posting(MemberId whose, String key, Movement movement) {
        var cause = CauseKey.of(key + "|" + whose);
        return new Posting(cause, whose, "test", null, "test", new UUID(1, key.hashCode()), List.of(movement), null, 0);
    }

    private interface Act {
        @org.jspecify.annotations.Nullable
        Object run(int number);
    }

    private static void parallel(int count, Act act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(32)) {
            var tasks = new ArrayList<Callable<Object>>();
            for (int i = 0; i < count; i++) {
                int number = i;
                tasks.add(() -> {
                    act.run(number);
                    return number;
                });
            }
            for (var future : threads.invokeAll(tasks)) {
                future.get();
            }
        }
    }
}
