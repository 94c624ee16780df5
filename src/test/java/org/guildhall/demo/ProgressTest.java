package org.guildhall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void an_interrupted_load_is_not_called_ready() {
        assertThat(Progress.of(true, job(JobView.State.RUNNING))).isEqualTo(Progress.MOVING_IN);
        assertThat(Progress.of(true, job(JobView.State.WAITING))).isEqualTo(Progress.MOVING_IN);
        assertThat(Progress.of(false, job(JobView.State.WAITING)))
                .as("asked for, not founded yet: not asked for twice")
                .isEqualTo(Progress.MOVING_IN);
    }

    @Test
    void only_a_load_that_ended_well_is_ready() {
        assertThat(Progress.of(true, job(JobView.State.DONE))).isEqualTo(Progress.READY);
        assertThat(Progress.of(true, job(JobView.State.FAILED))).isEqualTo(Progress.FAILED);
        assertThat(Progress.of(true, job(JobView.State.CANCELLED))).isEqualTo(Progress.FAILED);
    }

    @Test
    void an_empty_house_is_moved_into_and_somebody_elses_is_left_alone() {
        assertThat(Progress.of(false, null)).isEqualTo(Progress.EMPTY);
        assertThat(Progress.of(true, null)).isEqualTo(Progress.ABSENT);
    }

    private static JobView job(JobView.State state) {
        return new JobView(
                new JobId(UUID.randomUUID()),
                DemoLoading.CODE,
                state,
                0,
                300,
                "system:demo",
                "demo",
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
