package org.guildhall.insights.copy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Refreshes the copy while the application runs: after {@code guildhall.insights.refresh} (five seconds; 0 never), or nineteen
 * times as long as the last refresh took if that is more, so that it never takes more than a twentieth of one processor: while
 * a large import runs, the import comes first.
 */
@Component
final class CopySchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CopySchedule.class);
    private static final int REST_PER_WORK = 19;

    private final FactCopy copy;
    private final Duration pause;
    private @Nullable Running running;

    private record Running(Thread thread, CountDownLatch stop) {}

    CopySchedule(FactCopy copy, @Value("${guildhall.insights.refresh:5s}") Duration pause) {
        this.copy = copy;
        this.pause = pause;
    }

    @Override
    public synchronized void start() {
        if (pause.isPositive() && running == null) {
            var stop = new CountDownLatch(1);
            running = new Running(
                    Thread.ofPlatform().name("insights-refresh").daemon().start(() -> turns(stop)), stop);
        }
    }

    private void turns(CountDownLatch stop) {
        var rest = pause;
        try {
            while (!stop.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                long started = System.nanoTime();
                turn();
                var worked = Duration.ofNanos(System.nanoTime() - started).multipliedBy(REST_PER_WORK);
                rest = worked.compareTo(pause) > 0 ? worked : pause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One refresh; a failure is kept in the copy's freshness, which screens show, and the next turn tries again. */
    private void turn() {
        try {
            copy.refresh();
        } catch (RuntimeException e) {
            LOG.warn("The analytical copy could not be refreshed and will be tried again", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (running == null) {
            return;
        }
        running.stop().countDown();
        try {
            running.thread().join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
