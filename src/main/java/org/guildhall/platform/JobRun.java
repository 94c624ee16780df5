package org.guildhall.platform;

import java.util.Map;
import org.guildhall.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job, as its kind sees it. A run that was given up for dead while another has begun can store nothing any more:
 * {@link #checkpoint}, {@link #result} and {@link #cancelled} throw, which undoes the transaction they are called in; a kind lets
 * that pass.
 */
public interface JobRun<P> {

    /** The job. */
    JobId id();

    /** What was asked. */
    P params();

    /** On whose behalf. */
    Actor by();

    /** The last checkpoint that earlier runs committed, absent at the first start. */
    @Nullable
    String cursor();

    /** Notes progress within the caller's transaction: it commits with the batch it describes, or not at all. */
    void checkpoint(String cursor, long done, long total);

    /**
     * Whether somebody asked the job to stop, or the application stops; look between batches, and return when true. After the
     * application's stop the job is started again at its cursor.
     */
    boolean cancelled();

    /**
     * Whether the job goes on in another run although this one returns or throws: the application stops, or another run has begun.
     * Whoever keeps a record of the work beside the job does not end it then.
     */
    boolean goesOn();

    /** What the person who asked is shown at the end. */
    void result(Map<String, Object> result);
}
