package org.guildhall.mall.redeeming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.guildhall.kernel.Refusal;
import org.guildhall.mall.MallRefusal;
import org.guildhall.platform.RetriedTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Commits orders in groups: what waits is placed in one transaction, so that a reward everybody wants costs one locked row and
 * one flush for hundreds of orders. An order is acknowledged when it is durable, never before.
 */
@Component
class Counter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
    private static final int MOST_WAITING = 20_000;
    private final Placing placing;
    private final RetriedTransaction transaction;
    private final Queue queue = new Queue(MOST_WAITING);
    private final int counters;
    private final int group;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Counter(
            Placing placing,
            RetriedTransaction transaction,
            @Value("${guildhall.mall.counters:1}") int counters,
            @Value("${guildhall.mall.group:500}") int group) {
        this.placing = placing;
        this.transaction = transaction;
        this.counters = counters;
        this.group = group;
    }

    /** Places the order soon; complete when it is durable or refused. */
    CompletableFuture<Outcome> submit(Order order) {
        var waiting = new Queue.Waiting(order, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw Refusal.of(new MallRefusal.Busy(MOST_WAITING));
        }
        return waiting.answer();
    }

    /** Places one order as of an earlier instant, at once and by itself. */
    Outcome place(Order order, Instant at) {
        return transaction.get(() -> placing.place(List.of(order), at).getFirst());
    }

    private void run() {
        try {
            for (var batch = queue.take(group); !batch.isEmpty(); batch = queue.take(group)) {
                commit(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Places all together; if that fails, each alone, so that one order cannot sink the others. */
    private void commit(List<Queue.Waiting> batch) {
        List<Outcome> outcomes;
        try {
            outcomes = place(batch.stream().map(Queue.Waiting::order).toList());
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                batch.getFirst().answer().completeExceptionally(e);
                return;
            }
            LOG.info("{} orders are placed one by one after {}", batch.size(), e.toString());
            batch.forEach(waiting -> commit(List.of(waiting)));
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(outcomes.get(i));
        }
    }

    /** Once more after a deadlock, or when a key, a code or a day's number was just taken. */
    private List<Outcome> place(List<Order> orders) {
        return transaction.get(() -> placing.place(orders, null));
    }

    @Override
    public void start() {
        if (running) {
            return;
        }
        queue.open();
        for (int i = 0; i < counters; i++) {
            threads.add(Thread.ofPlatform().name("mall-counter-" + i).start(this::run));
        }
        running = true;
    }

    /** Takes no more and waits until what was taken is placed. */
    @Override
    public void stop() {
        running = false;
        queue.close();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
