package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RememberedTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger reads = new AtomicInteger();
    private final Remembered<String, Integer> memory =
            new Remembered<>(Duration.ofSeconds(5), Duration.ofSeconds(10), 10, nanos::get);

    private int read() {
        reads.incrementAndGet();
        return stored.get();
    }

    @AfterEach
    void no_transaction_is_left() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
        TransactionSynchronizationManager.setCurrentTransactionIsolationLevel(null);
    }

    private int get() {
        return memory.get("a", key -> read());
    }

    private void pass(int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void what_is_fresh_is_not_read_again() {
        get();
        stored.set(2);
        pass(4);
        assertThat(get()).isEqualTo(1);
        pass(1);
        assertThat(get()).isEqualTo(2);
        assertThat(reads).hasValue(2);
    }

    @Test
    void while_one_renews_the_others_go_on_with_the_old_until_it_is_too_old() throws Exception {
        get();
        pass(5);
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var renewal = CompletableFuture.supplyAsync(() -> memory.get("a", key -> {
            begun.countDown();
            await(go);
            return 2;
        }));
        await(begun);
        assertThat(get()).isEqualTo(1);
        assertThat(reads).hasValue(1);
        pass(6);
        stored.set(3);
        assertThat(get()).isEqualTo(3);
        go.countDown();
        assertThat(renewal.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void nobody_waits_for_who_reads_first() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var slow = CompletableFuture.supplyAsync(() -> memory.get("a", key -> {
            begun.countDown();
            await(go);
            return 7;
        }));
        await(begun);
        assertThat(get()).isEqualTo(1);
        assertThat(slow).isNotDone();
        go.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void what_was_read_before_it_was_forgotten_is_not_kept() {
        assertThat(memory.get("a", key -> {
                    memory.forget("a");
                    return 1;
                }))
                .isEqualTo(1);
        stored.set(2);
        assertThat(get()).isEqualTo(2);
        memory.forgetIf(value -> value == 2);
        stored.set(3);
        assertThat(get()).isEqualTo(3);
        memory.forgetAll(List.of("b"));
        assertThat(get()).isEqualTo(3);
        assertThat(reads).hasValue(2);
    }

    @Test
    void a_failed_renewal_is_tried_by_the_next() {
        get();
        pass(5);
        assertThatThrownBy(() -> memory.get("a", key -> {
                    throw new IllegalStateException("no connection");
                }))
                .hasMessage("no connection");
        stored.set(2);
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void a_change_reads_past_the_memory_and_its_end_makes_all_read_anew() {
        get();
        TransactionSynchronizationManager.initSynchronization();
        memory.changing();
        memory.changing();
        stored.set(2);
        assertThat(get()).isEqualTo(2);
        assertThat(CompletableFuture.supplyAsync(this::get).join()).isEqualTo(1);
        var ends = TransactionSynchronizationManager.getSynchronizations();
        assertThat(ends).hasSize(1);
        ends.getFirst().suspend();
        assertThat(get()).isEqualTo(1);
        ends.getFirst().resume();
        ends.getFirst().afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        TransactionSynchronizationManager.clearSynchronization();
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void who_sees_an_earlier_state_keeps_nothing_of_it() {
        TransactionSynchronizationManager.setCurrentTransactionIsolationLevel(
                TransactionDefinition.ISOLATION_REPEATABLE_READ);
        get();
        TransactionSynchronizationManager.setCurrentTransactionIsolationLevel(null);
        stored.set(2);
        assertThat(get()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
