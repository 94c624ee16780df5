package org.guildhall.ledger.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Receipt;
import org.guildhall.platform.SqlState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** One thread that books what waits for it, as many as are there in one transaction. */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int ATTEMPTS = 5;

    /** How many groups are booked carefully after a hope failed, so that repeated keys cost little. */
    private static final int CAREFUL_GROUPS = 20;

    private final Booker booker;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Backlog backlog;
    private final int group;
    private final String name;
    private int carefulFor;
    private @Nullable Thread thread;

    Lane(String name, Work work, Backlog backlog, int group) {
        this.name = name;
        this.booker = work.booker;
        this.audit = work.audit;
        this.transaction = work.transaction;
        this.backlog = backlog;
        this.group = group;
    }

    /** What a lane does its work with. */
    record Work(Booker booker, Audit audit, TransactionTemplate transaction) {}

    /** A request with its audit entry and whoever waits for the answer. */
    record Waiting(Request request, @Nullable AuditEntry audit, CompletableFuture<Receipt> answer) {}

    void start() {
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** Returns when the closed backlog is empty and what this lane took is booked. */
    void join() {
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
        try {
            for (var batch = backlog.take(group); !batch.isEmpty(); batch = backlog.take(group)) {
                try {
                    commit(batch);
                } finally {
                    backlog.done(batch);
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
            boolean hopefully = attempt == 1 && carefulFor == 0;
            try {
                var booking = Objects.requireNonNull(transaction.execute(status -> bookAndRecord(batch, hopefully)));
                booker.committed(booking);
                carefulFor = Math.max(0, carefulFor - 1);
                return booking.outcomes();
            } catch (DataAccessException | org.jooq.exception.DataAccessException e) {
                if (attempt == ATTEMPTS || !passes(e)) {
                    throw e;
                }
                carefulFor = CAREFUL_GROUPS;
            }
        }
    }

    private static boolean passes(RuntimeException e) {
        return e instanceof OptimisticLockingFailureException || SqlState.of(e).passes();
    }

    private Booker.Booking bookAndRecord(List<Waiting> batch, boolean hopefully) {
        var requests = batch.stream().map(Waiting::request).toList();
        var booking = hopefully ? booker.bookHopefully(requests) : booker.bookCarefully(requests);
        var outcomes = booking.outcomes();
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
        return booking;
    }
}
