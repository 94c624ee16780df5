package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CombinerTest {

    private final List<List<Integer>> goes = Collections.synchronizedList(new ArrayList<>());

    @Test
    void who_finds_nobody_at_work_begins_at_once_and_alone() {
        var combiner = new Combiner<Integer, Integer>(1, 10, Set::of, this::doubled);
        assertThat(combiner.ask(3)).isEqualTo(6);
        assertThat(combiner.ask(4)).isEqualTo(8);
        assertThat(goes).containsExactly(List.of(3), List.of(4));
    }

    @Test
    void who_comes_meanwhile_is_done_in_one_go_but_for_those_who_claim_the_same() throws Exception {
        var began = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var combiner = new Combiner<Integer, Integer>(1, 4, asked -> Set.of(asked % 10), asked -> {
            began.countDown();
            join(go);
            return doubled(asked);
        });
        try (var pool = Executors.newCachedThreadPool()) {
            var first = pool.submit(() -> combiner.ask(0));
            began.await();
            // 11 claims what 1 claims, and five are one more than go together.
            var later = ask(combiner, List.of(1, 11, 2, 3, 4, 5));
            go.countDown();
            assertThat(first.get()).isZero();
            assertThat(answers(later)).containsExactly(2, 22, 4, 6, 8, 10);
        }
        assertThat(goes).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(11, 5));
    }

    @Test
    void a_failure_is_told_to_all_it_was_done_for_and_to_nobody_after() throws Exception {
        var began = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var combiner = new Combiner<Integer, Integer>(1, 10, Set::of, asked -> {
            began.countDown();
            join(go);
            if (asked.contains(2)) {
                throw new IllegalArgumentException("two");
            }
            return doubled(asked);
        });
        try (var pool = Executors.newCachedThreadPool()) {
            var first = pool.submit(() -> combiner.ask(0));
            began.await();
            var later = ask(combiner, List.of(1, 2, 3));
            go.countDown();
            assertThat(first.get()).isZero();
            for (var answer : later) {
                assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                        .rootCause()
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("two");
            }
        }
        assertThat(combiner.ask(4)).isEqualTo(8);
    }

    @Test
    void who_cannot_say_what_it_claims_or_makes_an_error_keeps_nobody_from_work() {
        var combiner = new Combiner<Integer, Integer>(1, 10, asked -> Set.of(10 / asked), asked -> {
            if (asked.contains(2)) {
                throw new StackOverflowError("two");
            }
            return doubled(asked);
        });
        assertThatThrownBy(() -> combiner.ask(0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> combiner.ask(2)).isInstanceOf(StackOverflowError.class);
        assertThat(combiner.ask(4)).isEqualTo(8);
    }

    @Test
    void an_answer_too_few_is_a_failure_and_not_a_wait_without_end() {
        var combiner = new Combiner<Integer, Integer>(1, 10, Set::of, asked -> List.of());
        assertThatThrownBy(() -> combiner.ask(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> combiner.ask(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatever_comes_together_everybody_has_its_own_answer_and_no_go_claims_a_thing_twice() throws Exception {
        var atWork = new AtomicInteger();
        var mostAtWork = new AtomicInteger();
        var combiner = new Combiner<Integer, Integer>(2, 5, asked -> Set.of(asked % 7), asked -> {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            var answers = doubled(asked);
            atWork.decrementAndGet();
            return answers;
        });
        var random = new Random(4);
        var calls = IntStream.range(0, 4_000)
                .mapToObj(i -> random.nextInt(1_000))
                .<Callable<Boolean>>map(asked -> () -> combiner.ask(asked) == 2 * asked)
                .toList();
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> right : pool.invokeAll(calls)) {
                assertThat(right.get()).isTrue();
            }
        }
        assertThat(goes.stream().mapToInt(List::size).sum()).isEqualTo(4_000);
        assertThat(goes).allSatisfy(go -> {
            assertThat(go).hasSizeBetween(1, 5);
            assertThat(new HashSet<>(go.stream().map(one -> one % 7).toList())).hasSameSizeAs(go);
        });
        assertThat(mostAtWork.get()).isBetween(1, 2);
    }

    /** Asks for each in a thread of its own, one after the other in the queue. */
    private static List<Future<Integer>> ask(Combiner<Integer, Integer> combiner, List<Integer> all) throws Exception {
        var answers = new ArrayList<Future<Integer>>();
        for (int asked : all) {
            var answer = new CompletableFuture<Integer>();
            var thread = Thread.ofPlatform().start(() -> {
                try {
                    answer.complete(combiner.ask(asked));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
            answers.add(answer);
        }
        return answers;
    }

    private static List<Integer> answers(List<Future<Integer>> answers) throws Exception {
        var all = new ArrayList<Integer>();
        for (var answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Integer> doubled(List<Integer> asked) {
        goes.add(List.copyOf(asked));
        return asked.stream().map(one -> 2 * one).toList();
    }
}
