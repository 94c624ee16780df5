package org.guildhall.ledger.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** One thread that books what waits for it, as many as are there in one transaction. */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int ATTEMPTS = 5;

    private final Booker booker;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final int group;
    private final LinkedBlockingQueue<Waiting> queue;
    private final String name;
    private volatile boolean closed;
    private @Nullable Thread thread;

    Lane(String name, Booker booker, Audit audit, TransactionTemplate transaction, int group, int mostWaiting) {
        this.name = name;
        this.booker = booker;
        this.audit = audit;
        this.transaction = transaction;
        this.group = group;
        this.queue = new LinkedBlockingQueue<>(mostWaiting);
    }

    /** A request with its audit entry and whoever waits for the answer. */
    record Waiting(Request request, @Nullable AuditEntry audit, CompletableFuture<Receipt> answer) {}

    /** Takes the request unless the lane is closed or full. */
    synchronized boolean offer(Waiting waiting) {
        return !closed && queue.offer(waiting);
    }

    void start() {
        open();
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    private synchronized void open() {
        closed = false;
    }

    private synchronized void close() {
        closed = true;
    }

    /** Takes no more and returns when what was taken is booked. */
    void drain() {
        close();
        var running = thread;
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var batch = new ArrayList<Waiting>(group);
        try {
            while (true) {
                var first = queue.poll(20, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, group - 1);
                    commit(batch);
                    batch.clear();
                } else if (closed) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Books all together; if that fails, each alone, so that one posting cannot sink the others. */
    private void commit(List<Waiting> batch) {
        List<Outcome> outcomes;
        try {
            outcomes = book(batch);
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                batch.getFirst().answer().completeExceptionally(e);
                return;
            }
            LOG.info("{} books {} postings one by one after {}", name, batch.size(), e.toString());
            batch.forEach(waiting -> commit(List.of(waiting)));
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            var answer = batch.get(i).answer();
            switch (outcomes.get(i)) {
                case Outcome.Done(var receipt) -> answer.complete(receipt);
                case Outcome.Refused(var reason) -> answer.completeExceptionally(Refusal.of(reason));
            }
        }
    }

    private List<Outcome> book(List<Waiting> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> bookAndRecord(batch));
            } catch (DataAccessException | org.jooq.exception.DataAccessException e) {
                if (attempt == ATTEMPTS || !SqlState.of(e).passes()) {
                    throw e;
                }
            }
        }
    }

    private List<Outcome> bookAndRecord(List<Waiting> batch) {
        var outcomes = booker.book(batch.stream().map(Waiting::request).toList());
        var acts = new ArrayList<AuditEntry>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            var act = batch.get(i).audit();
            if (act != null && outcomes.get(i) instanceof Outcome.Done(var receipt) && !receipt.replayed()) {
                acts.add(act);
            }
        }
        if (!acts.isEmpty()) {
            audit.recordAll(acts);
        }
        return outcomes;
    }
}
