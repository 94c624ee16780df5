package org.guildhall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Periods;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobRun;
import org.guildhall.testing.GuildhallTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * When the house is left while the company moves in, what concerns everybody waits until everybody is there. The house is one
 * that keeps room for the company ("on") and does not bring it in by itself ("true").
 */
@GuildhallTest
@TestPropertySource(properties = "guildhall.demo=on")
class StoppedStoryTest {

    private static final Actor MACHINE = new Actor.Machine("demo");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private DemoLoading loading;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Access access;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Periods periods;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private BusinessTime time;

    @Test
    void nothingIsToldOfEverybodyBeforeTheLastChapter() {
        var run = new Stopped(new DemoStory(7, time.today(), 260), new ArrayList<>());
        access.runAs(MACHINE, () -> loading.run(run));
        assertThat(run.told).containsExactly("0", "250");
        assertThat(periods.closings()).isEmpty();
    }

    /** Somebody asks it to stop after the first chapter. */
    private record Stopped(DemoStory params, List<String> told) implements JobRun<DemoStory> {
        @Override
        public JobId id() {
            return new JobId(new UUID(1, 1));
        }

        @Override
        public Actor by() {
            return MACHINE;
        }

        @Override
        public @Nullable String cursor() {
            return null;
        }

        @Override
        public void checkpoint(String cursor, long done, long total) {
            told.add(cursor);
        }

        @Override
        public boolean cancelled() {
            return told.contains("250");
        }

        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void result(Map<String, Object> result) {
            told.add("result");
        }
    }
}
