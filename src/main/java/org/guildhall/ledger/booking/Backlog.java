package org.guildhall.ledger.booking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.booking.Lane.Waiting;

/**
 * What waits for the lanes, oldest first; every lane takes its share of it, so that none is idle while another is behind. A
 * member's requests are with one lane at a time and leave in the order they came.
 */
final class Backlog {

    private final int most;
    private final int lanes;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Set<MemberId> taken = new HashSet<>();
    private boolean closed;

    Backlog(int most, int lanes) {
        this.most = most;
        this.lanes = lanes;
    }

    synchronized void open() {
        closed = false;
    }

    /** Takes no more; lanes end when everything is taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Adds a request unless the backlog is closed or full. */
    synchronized boolean offer(Waiting request) {
        if (closed || waiting.size() >= most) {
            return false;
        }
        waiting.add(request);
        notify();
        return true;
    }

    /** Waits for requests of members that no lane has, and takes a lane's share of all; none when it is closed and empty. */
    synchronized List<Waiting> take(int atMost) throws InterruptedException {
        while (true) {
            var batch = takeFree(Math.min(atMost, (waiting.size() + lanes - 1) / lanes));
            if (!batch.isEmpty() || (closed && waiting.isEmpty())) {
                return batch;
            }
            wait();
        }
    }

    /** Lets go of the members of a batch. */
    synchronized void done(List<Waiting> batch) {
        batch.forEach(request -> taken.remove(request.request().member()));
        notifyAll();
    }

    private List<Waiting> takeFree(int atMost) {
        var batch = new ArrayList<Waiting>(atMost);
        var left = new ArrayDeque<Waiting>();
        while (batch.size() < atMost && !waiting.isEmpty()) {
            var next = waiting.poll();
            if (taken.contains(next.request().member())) {
                left.push(next);
            } else {
                batch.add(next);
            }
        }
        left.forEach(waiting::addFirst);
        batch.forEach(request -> taken.add(request.request().member()));
        return batch;
    }
}
