package org.guildhall.platform;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Works through everything that is due in chunks, a few at a time, so that the database and we are busy at once. The first
 * failure stops what has not begun and is thrown; chunks that were done stay done.
 */
public final class Chunks {

    private static final int AT_ONCE = 2;

    private Chunks() {}

    /**
     * Works until nothing is due.
     *
     * @param next what is due after the given key, in order of the keys; asked by one thread at a time
     * @param work one chunk, on any thread and by any transaction of its own
     */
    public static <K> void each(Function<@Nullable K, List<K>> next, Consumer<List<K>> work) {
        var feed = new Feed<>(next);
        var first = feed.take();
        var second = feed.take();
        work.accept(first);
        if (second.isEmpty()) {
            return;
        }
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var under = IntStream.range(0, AT_ONCE)
                    .<Callable<Boolean>>mapToObj(number -> () -> feed.drain(number == 0 ? second : feed.take(), work))
                    .map(threads::submit)
                    .toList();
            under.forEach(Chunks::join);
        }
    }

    private static void join(Future<Boolean> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while at work", e);
        }
    }

    private static final class Feed<K> {

        private final Function<@Nullable K, List<K>> next;
        private @Nullable K last;
        private boolean over;

        Feed(Function<@Nullable K, List<K>> next) {
            this.next = next;
        }

        synchronized List<K> take() {
            if (over) {
                return List.of();
            }
            var chunk = next.apply(last);
            over = chunk.isEmpty();
            last = over ? last : chunk.getLast();
            return chunk;
        }

        private synchronized void stop() {
            over = true;
        }

        boolean drain(List<K> begin, Consumer<List<K>> work) {
            for (var chunk = begin; !chunk.isEmpty(); chunk = take()) {
                try {
                    work.accept(chunk);
                } catch (RuntimeException | Error e) {
                    stop();
                    throw e;
                }
            }
            return true;
        }
    }
}
