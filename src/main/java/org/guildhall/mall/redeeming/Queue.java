package org.guildhall.mall.redeeming;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Orders that wait to be placed, oldest first; it takes no more than a number, so that a rush is refused and not swallowed. */
final class Queue {

    /** An order and whoever waits for its outcome. */
    record Waiting(Order order, CompletableFuture<Outcome> answer) {}

    private final int most;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean closed = true;

    Queue(int most) {
        this.most = most;
    }

    synchronized void open() {
        closed = false;
    }

    /** Takes no more; who takes from it ends when it is empty. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Adds an order unless the queue is closed or full. */
    synchronized boolean offer(Waiting order) {
        if (closed || waiting.size() >= most) {
            return false;
        }
        waiting.add(order);
        notifyAll();
        return true;
    }

    /** Waits for orders and takes what is there, up to a number; none when it is closed and empty. */
    synchronized List<Waiting> take(int atMost) throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        var batch = new ArrayList<Waiting>(Math.min(atMost, waiting.size()));
        while (batch.size() < atMost && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        return batch;
    }
}
