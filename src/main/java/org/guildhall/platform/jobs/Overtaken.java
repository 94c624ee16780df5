package org.guildhall.platform.jobs;

/** A run of a job that was given up for dead found that a later one had begun; nothing of its batch is kept. */
final class Overtaken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    Overtaken(JobStore.Turn turn) {
        super("run " + turn.number() + " of job " + turn.id() + " was overtaken by a later one");
    }
}
