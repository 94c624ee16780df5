package org.guildhall.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.Acting;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.JobView;
import org.guildhall.platform.JobView.State;
import org.guildhall.platform.Jobs;
import org.guildhall.testing.GuildhallTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@GuildhallTest
@Import(JobsTest.Counting.class)
class JobsTest {

    private static final Actor.Machine ACTOR = new Actor.Machine("jobs-test");

    private final Jobs jobs;
    private final JobRunner runner;
    private final Acting acting;
    private final JobStore store;

    JobsTest(@Autowired Jobs jobs, @Autowired JobRunner runner, @Autowired Acting acting, @Autowired JobStore store) {
        this.jobs = jobs;
        this.runner = runner;
        this.acting = acting;
        this.store = store;
    }

    @Test
    void runsToTheEndAndShowsItsResult() throws Exception {
        var id = start(new Count("plain", 5, 0), null);
        var view = ended(id);
        assertThat(view.state()).isEqualTo(State.DONE);
        assertThat(view.done()).isEqualTo(5);
        assertThat(view.result()).containsEntry("counted", 5);
    }

    @Test
    void theSameKeyIsTheSameJob() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = start(new Count("keyed", 3, 0), key);
        assertThat(start(new Count("keyed", 3, 0), key)).isEqualTo(first);
        ended(first);
        assertThat(Counting.STEPS.get("keyed")).hasValue(3);
    }

    @Test
    void goesOnAfterItsLastCheckpointWhenStartedAgain() throws Exception {
        var params = new Count("broken", 6, 4);
        var id = start(params, null);
        assertThat(ended(id).state()).as("breaks once at step 4").isEqualTo(State.FAILED);
        assertThat(ended(id).failure())
                .as("what it was is for the log alone")
                .isEqualTo(java.util.Map.of("code", "platform.fault"));
        assertThat(Counting.GOES_ON.get("broken")).isFalse();

        store.started(id, Instant.EPOCH);
        runner.run(id.value());

        assertThat(ended(id).state()).isEqualTo(State.DONE);
        assertThat(Counting.STEPS.get("broken")).as("each step once").hasValue(6);
    }

    @Test
    void aRunGivenUpForDeadThatGoesOnWritesNothing() throws Exception {
        var id = start(new Count("overtaken", 6, 4), null);
        ended(id);
        var dead = store.started(id, Instant.EPOCH);
        assertThat(dead.cursor()).as("goes on where the broken one stopped").isEqualTo("3");

        assertThat(runner.run(id.value())).isEqualTo(JobRunner.Outcome.ENDED);

        assertThatThrownBy(() -> store.checkpoint(dead, "4", 4, 6)).isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> store.result(dead, Map.of("counted", 4))).isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> store.cancelAsked(dead)).isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> store.setAside(dead)).isInstanceOf(Overtaken.class);
        assertThat(ended(id).state()).isEqualTo(State.DONE);
        assertThat(ended(id).done()).isEqualTo(6);
        assertThat(ended(id).result()).containsEntry("counted", 6);
    }

    @Test
    void aRunOvertakenInTheMiddleStopsAndLeavesTheJobToTheOther() throws Exception {
        var id = start(new Count("pushed-aside", 6, 4), null);
        ended(id);
        store.started(id, Instant.EPOCH);
        Counting.BEFORE_STEP.put("pushed-aside", () -> runner.run(id.value()));

        assertThat(runner.run(id.value())).isEqualTo(JobRunner.Outcome.OVERTAKEN);

        assertThat(ended(id).state()).isEqualTo(State.DONE);
        assertThat(ended(id).result()).containsEntry("counted", 6);
        assertThat(Counting.STEPS.get("pushed-aside")).as("each step once").hasValue(6);
        assertThat(Counting.GOES_ON.get("pushed-aside"))
                .as("the work is in another's hands")
                .isTrue();
    }

    @Test
    void showsTheCodeOfARefusal() throws Exception {
        var view = ended(start(new Count("refused", -1, 0), null));
        assertThat(view.state()).isEqualTo(State.FAILED);
        assertThat(view.failure()).containsEntry("code", "kernel.invalid-input");
    }

    @Test
    void isInvisibleToOthers() throws Exception {
        var unknown = new JobId(UUID.randomUUID());
        assertThatThrownBy(() -> acting.as(ACTOR, () -> jobs.get(unknown)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("platform.no-such-job");
    }

    private JobId start(Count params, @Nullable String key) {
        return acting.as(ACTOR, () -> jobs.start("test.count", params, ACTOR, key));
    }

    private JobView ended(JobId id) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline) {
            var view = acting.as(ACTOR, () -> jobs.get(id));
            if (view.finishedAt() != null) {
                return view;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the job did not end");
    }

    record Count(String name, int steps, int breakAt) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        static final Map<String, AtomicInteger> STEPS = new ConcurrentHashMap<>();

        @Bean
        JobKind<Count> counting(TransactionTemplate transaction) {
            return new JobKind<>() {
                @Override
                public String code() {
                    return "test.count";
                }

                @Override
                public Class<Count> params() {
                    return Count.class;
                }

                @Override
                public void run(JobRun<Count> run) {
                    if (run.params().steps() < 0) {
                        throw InvalidInput.of("steps", run.params().steps(), "positive");
                    }
                    int from = run.cursor() == null ? 0 : Integer.parseInt(run.cursor());
                    try {
                        for (int step = from + 1; step <= run.params().steps(); step++) {
                            step(run, step);
                        }
                    } catch (IllegalStateException e) {
                        GOES_ON.put(run.params().name(), run.goesOn());
                        throw e;
                    }
                    run.result(Map.of("counted", run.params().steps()));
                }

                private void step(JobRun<Count> run, int step) {
                    Optional.ofNullable(BEFORE_STEP.remove(run.params().name())).ifPresent(Runnable::run);
                    var steps = STEPS.computeIfAbsent(run.params().name(), name -> new AtomicInteger());
                    transaction.executeWithoutResult(status -> {
                        run.checkpoint(
                                Integer.toString(step), step, run.params().steps());
                        if (step == run.params().breakAt() && steps.get() == step - 1 && BROKEN.add(run.id())) {
                            throw new IllegalStateException("power cut");
                        }
                    });
                    steps.incrementAndGet();
                }
            };
        }

        /** What happens once, before the next step of the job of that name. */
        static final Map<String, Runnable> BEFORE_STEP = new ConcurrentHashMap<>();

        /** What a run that failed was told about the future of its job. */
        static final Map<String, Boolean> GOES_ON = new ConcurrentHashMap<>();

        static final Set<JobId> BROKEN = ConcurrentHashMap.newKeySet();
    }
}
