package org.guildhall.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.platform.Acting;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.JobView.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs one stored job to its end; a failure is kept on the job with its code, where the person who asked sees it. When the
 * application stops meanwhile, the job is set aside at its last checkpoint and goes on at the next start.
 */
@Component
class JobRunner {

    /** A job that took the process down this often is given up. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobStore store;
    private final Acting acting;
    private final BusinessTime time;
    private final Kinds kinds;
    private final Stopping stopping;

    JobRunner(JobStore store, Acting acting, BusinessTime time, Kinds kinds, Stopping stopping) {
        this.stopping = stopping;
        this.store = store;
        this.acting = acting;
        this.time = time;
        this.kinds = kinds;
    }

    /** What can be done, asked for late, since what is done may start jobs itself; and how its parameters are read. */
    @Component
    record Kinds(ObjectProvider<JobKind<?>> registered, JsonMapper json) {

        JobKind<?> get(String code) {
            Map<String, JobKind<?>> kinds =
                    registered.stream().collect(Collectors.toMap(JobKind::code, Function.identity()));
            var kind = kinds.get(code);
            if (kind == null) {
                throw new IllegalStateException("no module registers the job kind " + code);
            }
            return kind;
        }
    }

    /** How a run came to its end. */
    enum Outcome {
        /** The job is over, well or not, or was so before. */
        ENDED,
        /** The application stops; the job goes on at its next start. */
        SET_ASIDE,
        /** A later run of the same job has begun and has it in hand. */
        OVERTAKEN
    }

    Outcome run(UUID id) {
        var job = store.load(id);
        if (job == null || (job.state() != State.WAITING && job.state() != State.RUNNING)) {
            return Outcome.ENDED;
        }
        if (stopping.isStopping()) {
            return Outcome.SET_ASIDE;
        }
        var turn = store.started(job.id(), time.now());
        try {
            if (job.attempts() >= MOST_ATTEMPTS) {
                store.ended(
                        turn,
                        State.FAILED,
                        Map.of("code", "platform.job-gave-up", "attempts", job.attempts()),
                        time.now());
                return Outcome.ENDED;
            }
            return perform(job, turn);
        } catch (Overtaken late) {
            LOG.warn("{}; what it had not committed is undone", late.getMessage());
            return Outcome.OVERTAKEN;
        }
    }

    private Outcome perform(JobStore.Stored job, JobStore.Turn turn) {
        try {
            boolean interrupted = acting.as(actor(job), () -> perform(kinds.get(job.kind()), job, turn));
            if (interrupted) {
                return setAside(turn);
            }
            var state = store.cancelAsked(turn) ? State.CANCELLED : State.DONE;
            store.ended(turn, state, null, time.now());
        } catch (Overtaken late) {
            throw late;
        } catch (Refusal refusal) {
            var reason = refusal.reason();
            store.ended(
                    turn,
                    State.FAILED,
                    Map.of("code", reason.code(), "facts", reason.facts(), "fields", reason.fields()),
                    time.now());
        } catch (RuntimeException fault) {
            if (stopping.isStopping()) {
                LOG.info("job {} of kind {} was cut short by the stop: {}", job.id(), job.kind(), fault.toString());
                return setAside(turn);
            }
            LOG.error("job {} of kind {} failed", job.id(), job.kind(), fault);
            store.ended(
                    turn,
                    State.FAILED,
                    Map.of("code", "platform.fault"), // what it was is in the log: it may tell values and statements
                    time.now());
        }
        return Outcome.ENDED;
    }

    private Outcome setAside(JobStore.Turn turn) {
        // The database driver refuses the last words of an interrupted thread.
        Thread.interrupted();
        store.setAside(turn);
        return Outcome.SET_ASIDE;
    }

    /** Whether the kind was told to stop before it was done. */
    private <P> boolean perform(JobKind<P> kind, JobStore.Stored job, JobStore.Turn turn) {
        var run = new Run<>(
                turn,
                kinds.json.readValue(job.params(), kind.params()),
                actor(job),
                store,
                stopping,
                new AtomicBoolean());
        kind.run(run);
        return run.interrupted().get();
    }

    private static Actor actor(JobStore.Stored job) {
        var parts = List.of(job.actor().split(":", 2));
        return switch (parts.getFirst()) {
            case "staff" -> new Actor.Staff(StaffId.of(parts.getLast()), job.name());
            case "key" -> new Actor.Program(UUID.fromString(parts.getLast()), job.name());
            case "system" -> new Actor.Machine(parts.getLast());
            case String other -> throw new IllegalStateException("a job cannot act as " + other);
        };
    }

    private record Run<P>(
            JobStore.Turn turn, P params, Actor by, JobStore store, Stopping stopping, AtomicBoolean interrupted)
            implements JobRun<P> {

        @Override
        public JobId id() {
            return turn.id();
        }

        @Override
        public @Nullable String cursor() {
            return turn.cursor();
        }

        @Override
        public void checkpoint(String newCursor, long done, long total) {
            store.checkpoint(turn, newCursor, done, total);
        }

        @Override
        public boolean cancelled() {
            if (store.cancelAsked(turn)) {
                return true;
            }
            if (stopping.isStopping()) {
                interrupted.set(true);
            }
            return interrupted.get();
        }

        @Override
        public boolean goesOn() {
            return stopping.isStopping() || !store.isLatest(turn);
        }

        @Override
        public void result(Map<String, Object> result) {
            store.result(turn, result);
        }
    }
}
