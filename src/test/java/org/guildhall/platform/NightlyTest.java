package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What could not be done at night is tried again the same night, a few times, and then on the next. */
class NightlyTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T16:05:00Z");
    private static final Instant NEXT = MIDNIGHT.plus(Duration.ofDays(1));

    @Test
    void whatFailedIsTriedAgainTheSameNightAFewTimes() {
        assertThat(after(0)).isEqualTo(MIDNIGHT.plusSeconds(1).plus(Nightly.PAUSE));
        assertThat(after(Nightly.TRIES - 1)).isBefore(NEXT);
        assertThat(after(Nightly.TRIES)).isEqualTo(NEXT);
        assertThat(after(Nightly.TRIES + 1)).as("and so in the next night").isBefore(NEXT);
    }

    @Test
    void aRunThatWasCutShortNoLongerCountsAsAtWorkByThen() {
        assertThat(Nightly.PAUSE).isGreaterThan(Duration.ofMinutes(10));
    }

    private static Instant after(int failures) {
        var schedule = Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(0, 5));
        var failed = ExecutionComplete.failure(
                new Execution(MIDNIGHT, new TaskInstance<>("test", "recurring")),
                MIDNIGHT,
                MIDNIGHT.plusSeconds(1),
                new IllegalStateException("at work"));
        return Nightly.next(failed, failures, schedule);
    }
}
