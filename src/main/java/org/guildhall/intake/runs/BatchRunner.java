package org.guildhall.intake.runs;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.Tally;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.SqlState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a run from batch to batch. Each batch, its mark of being done and the job's progress commit together, so a crash
 * between any two instructions loses and doubles nothing: what is marked is stored, what is not is done again.
 */
@Component
class BatchRunner {

    /** What staging itself found is kept as this batch. */
    static final int STAGED = -1;

    private static final int ATTEMPTS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

    private final BatchStore batches;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    BatchRunner(BatchStore batches, TransactionTemplate transaction, BusinessTime time) {
        this.batches = batches;
        this.transaction = transaction;
        this.time = time;
    }

    /** One run over one plan. */
    record Course(Run run, Plan plan, BatchWork work, JobRun<ImportTask> job, AtomicLong rowsDone) {

        ImportId id() {
            return plan.id();
        }
    }

    /** Keeps the rows that staging rejected, once. */
    void keepStaged(Course course) {
        var staged = course.plan().staged();
        var rejections = course.plan().folder().rejections();
        transaction.executeWithoutResult(status -> {
            batches.reject(course.id(), course.run(), rejections);
            var rows = new Tally.Rows(staged.read(), 0, 0, staged.left(), staged.rejected());
            mark(
                    course,
                    STAGED,
                    Tally.of(rows, Rejections.byRule(rejections)),
                    staged.read() - cleanRows(staged.rowsByBatch()));
        });
    }

    private static long cleanRows(List<Integer> rows) {
        return rows.stream().mapToLong(Integer::longValue).sum();
    }

    /** Does one batch; a dry run takes everything back before it notes what the batch would have done. */
    void perform(Course course, int batch) {
        int rows = course.plan().staged().rowsByBatch().get(batch);
        retrying(() -> {
            switch (course.run()) {
                case IMPORT ->
                    transaction.executeWithoutResult(status -> {
                        var done = course.work().perform(batch);
                        batches.touch(course.id(), batch, done.touched());
                        keep(course, batch, done, rows);
                    });
                case CHECK -> {
                    var done = java.util.Objects.requireNonNull(transaction.execute(status -> {
                        status.setRollbackOnly();
                        return course.work().perform(batch);
                    }));
                    transaction.executeWithoutResult(status -> keep(course, batch, done, rows));
                }
            }
        });
    }

    private void keep(Course course, int batch, BatchWork.Done done, int rows) {
        batches.reject(course.id(), course.run(), done.rejections());
        mark(course, batch, done.tally(), rows);
    }

    private void mark(Course course, int batch, Tally tally, long rows) {
        batches.done(course.id(), course.run(), batch, tally, time.now());
        long sum = course.rowsDone().addAndGet(rows);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    course.rowsDone().addAndGet(-rows);
                }
            }
        });
        course.job()
                .checkpoint(String.valueOf(batch), sum, course.plan().staged().read());
    }

    /** Two batches may wait for each other's locks in the database; the one that gives way is done again. */
    private static void retrying(Runnable batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                batch.run();
                return;
            } catch (org.springframework.dao.DataAccessException | org.jooq.exception.DataAccessException e) {
                if (attempt == ATTEMPTS || !SqlState.of(e).isContention()) {
                    throw e;
                }
                LOG.info("a batch gave way to another one and is done again: {}", e.getMessage());
            }
        }
    }
}
