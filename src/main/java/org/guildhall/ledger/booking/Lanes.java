package org.guildhall.ledger.booking;

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
 * Commits single postings in groups: each lane takes its share of what is waiting and books it in one transaction; a member
 * is with one lane at a time. A posting is acknowledged when it is durable, never before.
 */
@Component
public class Lanes implements SmartLifecycle {

    private static final int MOST_WAITING = 20_000;

    private final Backlog backlog;
    private final Audit audit;
    private final List<Lane> lanes;
    private volatile boolean running;

    Lanes(
            Booker booker,
            Audit audit,
            TransactionTemplate transaction,
            @Value("${guildhall.ledger.lanes:2}") int count,
            @Value("${guildhall.ledger.group:1000}") int group) {
        this.backlog = new Backlog(MOST_WAITING, count);
        this.audit = audit;
        var work = new Lane.Work(booker, audit, transaction);
        this.lanes = IntStream.range(0, count)
                .mapToObj(number -> new Lane("ledger-lane-" + number, work, backlog, group))
                .toList();
    }

    /** Books the request soon, with its audit entry, if any, in the same transaction; fails with a {@link Refusal}. */
    public CompletableFuture<Receipt> submit(Request request, @Nullable AuditEntry entry) {
        var waiting =
                new Lane.Waiting(request, entry == null ? null : audit.attributed(entry), new CompletableFuture<>());
        if (!backlog.offer(waiting)) {
            waiting.answer().completeExceptionally(Refusal.of(new LedgerRefusal.Busy(MOST_WAITING)));
        }
        return waiting.answer();
    }

    @Override
    public void start() {
        if (running) {
            return;
        }
        backlog.open();
        lanes.forEach(Lane::start);
        running = true;
    }

    /** Takes no more and waits until what was taken is booked. */
    @Override
    public void stop() {
        running = false;
        backlog.close();
        lanes.forEach(Lane::join);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
