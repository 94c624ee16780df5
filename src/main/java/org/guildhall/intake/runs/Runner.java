package org.guildhall.intake.runs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.guildhall.access.Access;
import org.guildhall.intake.Tally;
import org.guildhall.intake.runs.BatchRunner.Course;
import org.guildhall.platform.JobRun;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes a run over a file, or what remains of it: stages, then works off the batches on a few connections at once. */
@Component
class Runner {

    private final ImportStore imports;
    private final BatchStore batches;
    private final Planning planning;
    private final BatchRunner runner;
    private final Access access;
    private final int workers;

    Runner(
            ImportStore imports,
            BatchStore batches,
            Planning planning,
            BatchRunner runner,
            Access access,
            @Value("${guildhall.intake.workers:2}") int workers) {
        this.imports = imports;
        this.batches = batches;
        this.planning = planning;
        this.runner = runner;
        this.access = access;
        this.workers = workers;
    }

    /** The sum over all batches, or null when somebody stopped the run. */
    @Nullable
    Tally run(Run run, JobRun<ImportTask> job) {
        var stored = imports.get(job.params().id());
        var plan = planning.plan(stored, job::cancelled);
        if (plan == null) {
            return null;
        }
        var done = batches.tallies(stored.id(), run);
        var course = new Course(
                run, plan, planning.work(stored.plan().kind(), plan), job, new AtomicLong(rows(plan, done.keySet())));
        if (!done.containsKey(BatchRunner.STAGED)) {
            runner.keepStaged(course);
        }
        var left = IntStream.range(0, plan.staged().batches())
                .filter(batch -> !done.containsKey(batch))
                .boxed()
                .toList();
        workOff(course, left);
        if (job.cancelled()) {
            return null;
        }
        return batches.tallies(stored.id(), run).values().stream().reduce(Tally.NOTHING, Tally::plus);
    }

    private static long rows(Plan plan, Iterable<Integer> done) {
        long rows = 0;
        for (int batch : done) {
            rows += batch == BatchRunner.STAGED
                    ? plan.staged().left() + plan.staged().rejected()
                    : plan.staged().rowsByBatch().get(batch);
        }
        return rows;
    }

    private void workOff(Course course, List<Integer> left) {
        var queue = new ConcurrentLinkedQueue<>(left);
        Callable<Map<String, String>> worker = () -> access.runAs(course.job().by(), () -> {
            for (var batch = queue.poll(); batch != null; batch = queue.poll()) {
                if (course.job().cancelled()) {
                    queue.clear();
                    return Map.of();
                }
                runner.perform(course, batch);
            }
            return Map.of();
        });
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var futures = IntStream.range(0, workers)
                    .mapToObj(i -> threads.submit(worker))
                    .toList();
            for (var future : futures) {
                finish(future, queue);
            }
        }
    }

    private static void finish(Future<?> future, ConcurrentLinkedQueue<Integer> queue) {
        try {
            future.get();
        } catch (ExecutionException e) {
            queue.clear();
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            queue.clear();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped with the application; resumes at the next start", e);
        }
    }
}
