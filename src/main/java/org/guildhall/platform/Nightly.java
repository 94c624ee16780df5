package org.guildhall.platform;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.helper.Tasks.RecurringTaskBuilder;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;

/**
 * Work of the calendar that is tried again when it could not be done, and not only on its next day: a run that a crash cut short
 * counts as at work for a while, and a database that was away comes back.
 */
public final class Nightly {

    /** Longer than a run may be silent. */
    static final Duration PAUSE = Duration.ofMinutes(12);

    /** How often it is tried again before it waits for its next day. */
    static final int TRIES = 5;

    private Nightly() {}

    /** A task on a schedule; what it does when it is repeated, it does once. */
    public static RecurringTaskBuilder<Void> task(String name, Schedule schedule) {
        return Tasks.recurring(name, schedule)
                .onFailure((failed, operations) -> operations.reschedule(
                        failed, next(failed, failed.getExecution().consecutiveFailures, schedule)));
    }

    /** When what failed, so often before since it last went well, is tried again. */
    static Instant next(ExecutionComplete failed, int before, Schedule schedule) {
        boolean again = before % (TRIES + 1) < TRIES;
        return again ? failed.getTimeDone().plus(PAUSE) : schedule.getNextExecutionTime(failed);
    }
}
