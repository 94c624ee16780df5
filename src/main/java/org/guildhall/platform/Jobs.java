package org.guildhall.platform;

import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Background work with progress that survives a crash: a job is stored with the transaction that asks for it, run by one
 * instance at a time, and resumed at its last checkpoint.
 */
public interface Jobs {

    /** Asks for work; the same kind and key is the same job, whatever its state. Joins the caller's transaction. */
    JobId start(String kind, Object params, Actor by, @Nullable String key);

    /** The job; refused as unknown when it is somebody else's and the actor does not administer. */
    JobView get(JobId id);

    /** The actor's jobs, newest first; everybody's for an administrator. */
    Slice<JobView> list(@Nullable String kind, @Nullable String cursor, int limit);

    /** Whether any work of this kind was asked for and has not come to its end; for a module about its own work. */
    boolean pending(String kind);

    /** Asks the job to stop at its next batch; what is committed stays. */
    void cancel(JobId id);
}
