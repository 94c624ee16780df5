package org.guildhall.platform.runs;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.PlatformRefusal.RunUnderWay;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link Runs} in a table. */
@Component
class StoredRuns implements Runs {

    /** A batch takes seconds; who was silent for so long is gone. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private final RunStore store;
    private final BusinessTime time;

    StoredRuns(RunStore store, BusinessTime time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public UUID begin(Begin run) {
        var now = time.now();
        var id = Ids.next(time.clock());
        store.cutShort(run.kind(), run.subject(), now.minus(SILENCE), now);
        if (!store.insert(id, run, run.by().name(), now)) {
            throw Refusal.of(new RunUnderWay(run.kind(), run.subject()));
        }
        return id;
    }

    @Override
    public void moved(UUID run, long members, long items, long amount) {
        store.moved(run, new RunStore.Counts(members, items, amount), time.now());
    }

    @Override
    public void end(UUID run, @Nullable String failure) {
        store.ended(run, failure, time.now());
    }

    @Override
    public UUID during(Begin run, Consumer<UUID> work) {
        var id = begin(run);
        try {
            work.accept(id);
        } catch (RuntimeException | Error e) {
            end(id, e instanceof Refusal refusal ? refusal.reason().code() : "platform.fault");
            throw e;
        }
        end(id, null);
        return id;
    }

    @Override
    public Optional<RunView> find(UUID run) {
        return store.find(run);
    }

    @Override
    public Slice<RunView> list(Collection<String> kinds, @Nullable String cursor, int limit) {
        return Slice.cut(
                store.list(kinds, cursor, limit + 1), limit, last -> Cursors.encode(last.startedAt(), last.id()), null);
    }
}
