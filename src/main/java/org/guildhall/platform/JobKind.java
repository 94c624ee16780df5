package org.guildhall.platform;

/**
 * A kind of background work; each module registers its kinds as beans.
 *
 * <p>{@link #run} may be started again after a crash: it continues after {@link JobRun#cursor()}, and it calls
 * {@link JobRun#checkpoint} inside the transaction of each batch, so that a batch counts exactly once,
 * also when a run that was taken for dead is still alive.
 */
public interface JobKind<P> {

    /** Stable code, {@code module.what}. */
    String code();

    /** The record that holds what is asked. */
    Class<P> params();

    /** Does the work, or what remains of it. A refusal or exception ends the job as failed, with its code. */
    void run(JobRun<P> run);
}
