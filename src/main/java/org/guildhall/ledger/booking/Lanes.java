package org.guildhall.ledger.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.LedgerRefusal;
import org.guildhall.ledger.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits single postings in groups: each member belongs to one lane, a lane takes what is waiting and books it in one
 * transaction. A posting is acknowledged when it is durable, never before.
 */
@Component
public class Lanes implements SmartLifecycle {

    private static final int MOST_WAITING = 20_000;

    private final List<Lane> lanes;
    private volatile boolean running;

    Lanes(
            Booker booker,
            Audit audit,
            TransactionTemplate transaction,
            @Value("${guildhall.ledger.lanes:2}") int count,
            @Value("${guildhall.ledger.group:500}") int group) {
        this.lanes = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(number -> new Lane("ledger-lane-" + number, booker, audit, transaction, group, MOST_WAITING))
                .toList());
    }

    /** Books the request soon, with its audit entry, if any, in the same transaction; fails with a {@link Refusal}. */
    public CompletableFuture<Receipt> submit(Request request, @Nullable AuditEntry audit) {
        int lane = Math.floorMod((request.member().hashCode() * 0x9E3779B9) >>> 7, lanes.size());
        var waiting = new Lane.Waiting(request, audit, new CompletableFuture<>());
        if (!lanes.get(lane).offer(waiting)) {
            waiting.answer().completeExceptionally(Refusal.of(new LedgerRefusal.Busy(MOST_WAITING)));
        }
        return waiting.answer();
    }

    @Override
    public void start() {
        if (running) {
            return;
        }
        lanes.forEach(Lane::start);
        running = true;
    }

    /** Takes no more and waits until what was taken is booked. */
    @Override
    public void stop() {
        running = false;
        lanes.forEach(Lane::drain);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
