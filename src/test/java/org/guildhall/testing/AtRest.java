package org.guildhall.testing;

import java.time.Duration;
import org.jooq.DSLContext;

/** Waits until nothing goes on in the background: no event is on its way to a listener, no job waits or runs. */
public final class AtRest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private AtRest() {}

    /** Returns when all is quiet; fails when it does not become so. */
    public static void await(DSLContext sql) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (sql.fetchSingle("""
                        select (select count(*) from event_publication)
                          + (select count(*) from platform.job where state in ('waiting', 'running'))
                        """).into(Long.class) > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came to rest: "
                        + sql.fetch(
                                "select kind, state, failure from platform.job where state in ('waiting', 'running')")
                        + sql.fetch("select listener_id, event_type from event_publication"));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
