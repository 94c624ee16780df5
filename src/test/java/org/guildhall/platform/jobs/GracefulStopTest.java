package org.guildhall.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.kernel.Actor;
import org.guildhall.platform.Acting;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.JobView.State;
import org.guildhall.platform.Jobs;
import org.guildhall.testing.DeliveredProduct;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/** The application is stopped in an orderly way while jobs are in the middle of a batch. */
class GracefulStopTest {

    private static final Actor.Machine ACTOR = new Actor.Machine("stop-test");
    private static final int STEPS = 6;

    @TempDir
    Path data;

    @Test
    void jobs_in_the_middle_of_a_batch_are_set_aside_and_go_on_at_the_next_start() throws Exception {
        var database = TestDatabase.fresh();
        JobId patient;
        JobId stubborn;
        try (var first = start(database)) {
            patient = ask(first, new Batches("patient", Manner.ENDS_ITS_BATCH));
            stubborn = ask(first, new Batches("stubborn", Manner.HAS_TO_BE_INTERRUPTED));
            assertThat(Steps.IN_THE_MIDDLE.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(states(database)).containsOnly("waiting 0 unfailed unfinished due");
        assertThat(Steps.DONE.get("patient")).hasValue(2);
        assertThat(Steps.DONE.get("stubborn")).hasValue(1);

        try (var second = start(database)) {
            for (var job : List.of(patient, stubborn)) {
                assertThat(ended(second, job)).isEqualTo(State.DONE);
            }
        }
        assertThat(Steps.DONE)
                .allSatisfy((name, steps) -> assertThat(steps)
                        .as("each step of the %s job once", name)
                        .hasValue(STEPS));
    }

    private ConfigurableApplicationContext start(TestDatabase.Database database) {
        return DeliveredProduct.start(database, data, List.of(Steps.class), "--db-scheduler.shutdown-max-wait=500ms");
    }

    private static JobId ask(ConfigurableApplicationContext application, Batches batches) {
        return application
                .getBean(Acting.class)
                .as(ACTOR, () -> application.getBean(Jobs.class).start("test.batches", batches, ACTOR, null));
    }

    private static State ended(ConfigurableApplicationContext application, JobId job) throws InterruptedException {
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < patience) {
            var view = application
                    .getBean(Acting.class)
                    .as(ACTOR, () -> application.getBean(Jobs.class).get(job));
            if (view.finishedAt() != null) {
                return view.state();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the job did not end");
    }

    private static List<String> states(TestDatabase.Database database) {
        return database.sql().fetch("""
                        select state || ' ' || attempts || case when failure is null then ' unfailed' else failure::text end
                          || case when finished_at is null then ' unfinished' else ' finished' end
                          || case when exists (select 1 from scheduled_tasks
                                where task_instance = job_id::text and not picked and execution_time < now())
                             then ' due' else ' lost' end
                        from platform.job where kind = 'test.batches'""").getValues(0, String.class);
    }

    enum Manner {
        ENDS_ITS_BATCH,
        HAS_TO_BE_INTERRUPTED
    }

    record Batches(String name, Manner manner) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Steps {

        static final Map<String, AtomicInteger> DONE = new ConcurrentHashMap<>();
        static final CountDownLatch IN_THE_MIDDLE = new CountDownLatch(2);

        @Bean
        JobKind<Batches> batches(TransactionTemplate transaction, Stopping stopping) {
            return new JobKind<>() {
                @Override
                public String code() {
                    return "test.batches";
                }

                @Override
                public Class<Batches> params() {
                    return Batches.class;
                }

                @Override
                public void run(JobRun<Batches> run) {
                    var name = run.params().name();
                    int from = run.cursor() == null ? 0 : Integer.parseInt(run.cursor());
                    for (int step = from + 1; step <= STEPS && !run.cancelled(); step++) {
                        int now = step;
                        transaction.executeWithoutResult(status -> {
                            run.checkpoint(Integer.toString(now), now, STEPS);
                            if (now == 2 && IN_THE_MIDDLE.getCount() > 0) {
                                stayInTheMiddle(run.params().manner());
                            }
                        });
                        DONE.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet();
                    }
                }

                private void stayInTheMiddle(Manner manner) {
                    IN_THE_MIDDLE.countDown();
                    try {
                        while (!stopping.isStopping() || manner == Manner.HAS_TO_BE_INTERRUPTED) {
                            Thread.sleep(5);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException("interrupted", e);
                    }
                }
            };
        }
    }
}
