package org.guildhall.loyalty.simulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.SimulatedPolicy;
import org.guildhall.loyalty.purchases.Histories;
import org.guildhall.platform.Chunks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads everybody's facts once, a few thousand members at a time on two threads, and replays each by both books. Every chunk is
 * one snapshot of the database, so no member is seen half recorded; nothing recorded after the horizon is seen at all.
 */
@Component
class Sweep {

    private static final int CHUNK = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Histories histories;
    private final TransactionTemplate snapshot;

    Sweep(Histories histories, PlatformTransactionManager transactions) {
        this.histories = histories;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Who follows the sweep: told how many members are done, and asked whether to stop. */
    record Watcher(LongConsumer done, BooleanSupplier stop) {}

    int members() {
        return histories.members();
    }

    /** What everybody's facts, known by the horizon, come to. */
    Count everybody(TwoBooks books, Period period, Instant horizon, Watcher watcher) {
        var whole = new Count(books, period);
        var done = new AtomicLong();
        Chunks.<MemberId>each(after -> watcher.stop.getAsBoolean() ? List.of() : next(after), chunk -> {
            var part = new Count(books, period);
            read(chunk, books, horizon).forEach(part::member);
            whole.add(part);
            watcher.done.accept(done.addAndGet(chunk.size()));
        });
        return whole;
    }

    /** What purchases come to as another module replays them; nothing but the parts that are told when it is stopped. */
    MoneyCount replayed(SimulatedPolicy.Replay replay, Watcher watcher) {
        var whole = new MoneyCount();
        var done = new AtomicLong();
        Chunks.<MemberId>each(
                after -> watcher.stop.getAsBoolean()
                        ? List.of()
                        : replay.next(after == null ? FIRST : after.value(), CHUNK),
                chunk -> {
                    whole.add(part(replay, chunk));
                    watcher.done.accept(done.addAndGet(chunk.size()));
                });
        snapshot.executeWithoutResult(status -> replay.rest(whole));
        whole.settle();
        return whole;
    }

    private MoneyCount part(SimulatedPolicy.Replay replay, List<MemberId> buyers) {
        var part = new MoneyCount();
        if (!buyers.isEmpty()) {
            snapshot.executeWithoutResult(status -> replay.of(buyers, part));
        }
        if (replay.forBuyers()) {
            part.settle();
        }
        return part;
    }

    private List<MemberId> next(@Nullable MemberId after) {
        return histories.members(after == null ? FIRST : after.value(), CHUNK);
    }

    private List<org.guildhall.loyalty.replay.MemberHistory> read(
            List<MemberId> chunk, TwoBooks books, Instant horizon) {
        return List.copyOf(java.util.Objects.requireNonNull(snapshot.execute(
                status -> histories.known(chunk, books.byLine(), horizon).values())));
    }
}
